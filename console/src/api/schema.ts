// Written by `npm run api:types` from the OpenAPI document.

export interface paths {
    readonly "/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who did what to one subject, when and why, newest first */
        readonly get: operations["list-audit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Start a session; whatever is wrong, the answer is one and the same */
        readonly post: operations["login"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/logout": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End this session */
        readonly post: operations["logout"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/register": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Register: answered at once, completed behind it. A known address gets the very same answer */
        readonly post: operations["register"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/registrations/{userId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far a registration has come */
        readonly get: operations["registration-status"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/request-password-reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Ask for a link to set a new password, at most once a minute. Whoever has no account gets the very same answer */
        readonly post: operations["request-password-reset"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/resend-verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Ask for a fresh verification link, at most once a minute. Whoever has no use for one gets the very same answer */
        readonly post: operations["resend-verification"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/reset-password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Set a new password with the token of the mail, which is valid for ten minutes and works once; all sessions and API keys end */
        readonly post: operations["reset-password"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether you are logged in and as whom; to a visitor this is an answer like any other, not an error */
        readonly get: operations["session"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/auth/verify-email": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Confirm the address with the token of the mail; the account becomes active as soon as it is set up */
        readonly post: operations["verify-email"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deletion-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The deletions of the tenant: the open ones by due date, then those that are over */
        readonly get: operations["list-deletions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deletion-requests/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far a deletion is, phase by phase. With its receipt code nobody needs an account for it */
        readonly get: operations["get-deletion"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deletion-requests/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a deletion back while it has not begun: the account is as it was, and its holder logs in again. Whoever opens the page of the mail changes nothing by it */
        readonly post: operations["cancel-deletion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deletion-requests/{id}/certificate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The certificate of a deletion that is completed, signed, and without anything personal */
        readonly get: operations["get-certificate"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deletion-requests/{id}/extend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Extend the due date, as far as the law allows, for a reason of which the person is told by mail */
        readonly post: operations["extend-deletion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What happened to one aggregate (an account, a run, an invitation, the configuration of a process), newest version first */
        readonly get: operations["list-events"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the service answers, which stage it is and which version runs */
        readonly get: operations["health"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Invite an address to join the tenant; the link goes out by mail, is valid for seven days and works once. Whoever joins is a member, and has the role that is named, if the inviter may grant it: now, and still then */
        readonly post: operations["create-invitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/invitations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Withdraw an invitation: its link opens nothing any more, and to whom it went is forgotten */
        readonly delete: operations["delete-invitation"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your own account, with profile, preferences and settings */
        readonly get: operations["get-me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me/api-keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your keys, without their secrets */
        readonly get: operations["list-api-keys"];
        readonly put?: never;
        /** Make a key for a program, to be sent as x-api-key. It may what you name, or all that you may now, and never more than you may yourself when it is used. The secret is told this once */
        readonly post: operations["create-api-key"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me/api-keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Revoke one of your keys: its next request is refused */
        readonly delete: operations["delete-api-key"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me/permissions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What you may do now, with this credential */
        readonly get: operations["my-permissions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me/profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change name, preferences and settings; what is left out stays as it is. Mails come in the language that is set here */
        readonly patch: operations["change-profile"];
        readonly trace?: never;
    };
    readonly "/me/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where you are logged in */
        readonly get: operations["list-sessions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/me/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** End one of your sessions, this one too: its next request is refused */
        readonly delete: operations["end-session"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This document, generated from the schemas that validate */
        readonly get: operations["openapi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/records": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The records of whoever calls, newest first */
        readonly get: operations["list-records"];
        readonly put?: never;
        /** Business data of whoever calls: what kind of thing, what it is called, and perhaps how much. The kind is a word of the business, without personal data */
        readonly post: operations["create-record"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The roles that can be granted: those that every tenant has, then the tenant’s own */
        readonly get: operations["list-roles"];
        readonly put?: never;
        /** Make a role of the tenant’s own, of permissions that the caller holds himself. `requires`: what a person must hold already to be granted it; `forcesLogout`: whoever loses it is logged out */
        readonly post: operations["create-role"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tenants": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every tenant there is, in the order of their ids */
        readonly get: operations["list-tenants"];
        readonly put?: never;
        /** Create a tenant with its first administrator, who is active at once */
        readonly post: operations["create-tenant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/tenants/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change a tenant. Once closing it is answered nobody registers with it any more. A quota counts the accounts that join while there is one; null is none */
        readonly patch: operations["change-tenant"];
        readonly trace?: never;
    };
    readonly "/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everything about one subject across all processes, newest first: its runs, its events and who did what */
        readonly get: operations["get-timeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The people of the tenant, newest first */
        readonly get: operations["list-users"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One of the people of the tenant */
        readonly get: operations["get-user"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}/activity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was done to the rights of a person, by whom and why, newest first */
        readonly get: operations["list-activity"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}/deletion-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Ask that an account be deleted: your own, with your password once more, or that of somebody of your tenant. Access ends at once; until the grace period is over the request can be taken back. The receipt code is told this once, and to nobody but the person */
        readonly post: operations["request-deletion"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}/email": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Correct the address of a person: a fresh link goes to the new one, and until it is used the account is closed. Sessions, API keys and links of before are void */
        readonly post: operations["correct-email"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}/legal-hold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Hold data of a person back from deletion, on a ground that the person may read: without categories everything, and a deletion that was asked for then waits */
        readonly put: operations["place-hold"];
        readonly post?: never;
        /** Release the hold: a deletion that it stopped goes on */
        readonly delete: operations["release-hold"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The roles that a person has at this moment */
        readonly get: operations["list-user-roles"];
        readonly put?: never;
        /** Grant a role, for good or until a moment. It counts at once; the run behind it checks, tells and logs. Only what the caller holds himself, to somebody else; a role that is held already is a conflict */
        readonly post: operations["assign-role"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}/roles/{roleId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Take a role away. What it alone gave is refused from the very next request on; the run behind it ends sessions where the role asks for it, tells and logs. The last administrator of a tenant stays */
        readonly delete: operations["revoke-role"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/users/{id}/roles/orphans": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a clean-up would take out: permissions that stand with a person although no role that she has gives them. They allow nothing */
        readonly get: operations["list-orphaned-permissions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every declared process: its trigger, steps, limits and diagram, and where its machines and its dead-letter queue are */
        readonly get: operations["list-processes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/{type}/config": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What holds for a process: its deployed limits, and what can be changed while it runs */
        readonly get: operations["get-config"];
        /** Change what can be changed while the process runs, for the runs to come; values that are left out stay */
        readonly put: operations["change-config"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/{type}/config/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every change of the configuration, newest first: who, when, why, and what it was before and after */
        readonly get: operations["config-history"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/{type}/config/rollback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Set again, as a new version, what was set under an earlier one; version 1 is the process as it was deployed */
        readonly post: operations["roll-back-config"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/bulk-retries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take up again whatever waits for it, a thousand runs at the most and so many a minute; with dryRun only say what that would be */
        readonly post: operations["start-bulk-retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/bulk-retries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far it has come, and what became of every run */
        readonly get: operations["get-bulk-retry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/bulk-retries/{id}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try nothing more of it, with a reason; what was taken up stays taken up */
        readonly post: operations["stop-bulk-retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/dead-letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was given up and waits for somebody: failed runs, parked steps, events that could not be delivered or read */
        readonly get: operations["list-dead-letters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/dead-letters/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Give it up, with a reason: a parked run is cancelled, a parked step is skipped */
        readonly delete: operations["delete-dead-letter"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/dead-letters/{id}/redrive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try it again, once: take the run up where it was left, or publish the event again */
        readonly post: operations["redrive-dead-letter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Runs of the tenant, newest first */
        readonly get: operations["list-runs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/runs/{runId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One run with its steps: why it is where it is, and what happens next */
        readonly get: operations["get-run"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/runs/{runId}/compensation/{step}/skip": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Answer for an undo that failed, with a reason; the compensation goes on with what is left */
        readonly post: operations["skip-undo"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/runs/{runId}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try again what failed: a parked run, the parked steps of one that completed, or a compensation. What is done is not done again. Data of its event may be corrected in `input`, as far as the schema of the event allows; whom it is about stays */
        readonly post: operations["retry-run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/runs/{runId}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** End a run that goes on, waits or is parked, with a reason: no step of it has an effect any more; what was done is undone where that can be, and it ends as cancelled */
        readonly post: operations["stop-run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/statistics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many runs there are in which state, how long they take and how their steps fare, in all and per process. A window counts the runs that started within it, wherever they are now; it begins with whole five minutes (1h) or a whole hour (24h, 7d). Percentiles are within 5 % */
        readonly get: operations["get-statistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/workflows/statistics/revocation-probe": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Keep what a probe of revocations saw, for the statistics (`npm run probe:revocation`) */
        readonly post: operations["record-probe"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Problem: {
            readonly detail: string;
            readonly errors?: readonly {
                readonly code: string;
                readonly detail: string;
                readonly pointer: string;
            }[];
            readonly requestId: string;
            readonly status: number;
            readonly title: string;
            /** Format: uri-reference */
            readonly type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly "list-audit": {
        readonly parameters: {
            readonly query: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly subject: string;
                readonly tenant?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly action: string;
                            readonly actor: string;
                            readonly after?: unknown;
                            readonly before?: unknown;
                            readonly correlationId: string;
                            readonly occurredAt: string;
                            readonly outcomes?: readonly {
                                readonly status: string;
                                readonly step: string;
                            }[];
                            readonly reason?: string;
                            readonly runId?: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly login: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @constant */
                    readonly cookie?: true;
                    /** Format: email */
                    readonly email: string;
                    /** Format: password */
                    readonly password: string;
                    readonly tenantId: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly expiresAt: string;
                        readonly sessionToken?: string;
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly logout: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly register: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                    readonly firstName: string;
                    readonly invitationToken?: string;
                    readonly lastName: string;
                    /** Format: password */
                    readonly password: string;
                    readonly tenantId: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly message: string;
                        readonly nextSteps: readonly ("email_verification" | "profile_completion")[];
                        readonly statusUrl: string;
                        /** @constant */
                        readonly success: true;
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "registration-status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly userId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly status: "awaiting_verification" | "active" | "expired";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "request-password-reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                    readonly tenantId: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "resend-verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                    readonly tenantId: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "reset-password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: password */
                    readonly password: string;
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly session: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly authenticated: false;
                        readonly preselectedTenant?: string;
                        readonly stage: string;
                    } | {
                        readonly administersPlatform: boolean;
                        /** @constant */
                        readonly authenticated: true;
                        readonly displayName: string;
                        readonly permissionEpoch: number;
                        readonly permissions: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        readonly stage: string;
                        readonly tenant: {
                            readonly name: string;
                            readonly tenantId: string;
                        };
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "verify-email": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly status: "verified" | "active";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-deletions": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly status?: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly dueAt: string;
                            readonly endedAt?: string;
                            readonly extendedAt?: string;
                            /** @enum {string} */
                            readonly failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                            readonly graceEndsAt: string;
                            readonly person: string | null;
                            /** @enum {string} */
                            readonly profile: "gdpr" | "pipl";
                            /** @enum {string} */
                            readonly reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                            readonly requestedAt: string;
                            readonly requestedBy: string;
                            readonly requestId: string;
                            readonly startedAt?: string;
                            /** @enum {string} */
                            readonly status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                            readonly userId: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-deletion": {
        readonly parameters: {
            readonly query?: {
                readonly receiptCode?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly allowedActions: readonly ("cancel" | "extend" | "place_hold" | "release_hold")[];
                        readonly backupsExpireAt?: string;
                        readonly certificateUrl?: string;
                        readonly dueAt: string;
                        readonly endedAt?: string;
                        readonly extendableUntil?: string;
                        readonly extendedAt?: string;
                        readonly extensionReason?: string;
                        /** @enum {string} */
                        readonly failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                        readonly graceEndsAt: string;
                        readonly hold?: {
                            readonly basis: string;
                            readonly categories?: readonly ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                            readonly holdId: string;
                            readonly placedAt: string;
                            readonly until?: string;
                        };
                        readonly person: string | null;
                        readonly phases: readonly {
                            readonly counts: {
                                readonly [key: string]: number;
                            };
                            readonly finishedAt?: string;
                            /** @enum {string} */
                            readonly name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                            readonly startedAt?: string;
                            /** @enum {string} */
                            readonly status: "PENDING" | "RUNNING" | "DONE" | "FAILED";
                        }[];
                        readonly plan: readonly {
                            readonly category: string;
                            readonly count?: number;
                            readonly held: boolean;
                            readonly name: string;
                            readonly table: string;
                            readonly way: string;
                        }[];
                        /** @enum {string} */
                        readonly profile: "gdpr" | "pipl";
                        /** @enum {string} */
                        readonly reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                        readonly recipients: readonly {
                            readonly at: string;
                            readonly name: string;
                            /** @enum {string} */
                            readonly status: "TOLD" | "NOT_REACHED";
                        }[];
                        readonly requestedAt: string;
                        readonly requestedBy: string;
                        readonly requestId: string;
                        readonly startedAt?: string;
                        /** @enum {string} */
                        readonly status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        readonly statusUrl: string;
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "cancel-deletion": {
        readonly parameters: {
            readonly query?: {
                readonly receiptCode?: string;
            };
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly reason?: string;
                    readonly token?: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly requestId: string;
                        /** @constant */
                        readonly status: "CANCELLED";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-certificate": {
        readonly parameters: {
            readonly query?: {
                readonly receiptCode?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @constant */
                        readonly algorithm: "ECDSA_P256_SHA_256";
                        readonly certificate: {
                            readonly dueAt: string;
                            readonly expires: readonly {
                                readonly on: string;
                                readonly what: string;
                            }[];
                            /** @constant */
                            readonly format: "erasure-certificate/1";
                            readonly holds: readonly {
                                readonly categories: readonly ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                                readonly until?: string;
                            }[];
                            readonly issuedAt: string;
                            readonly number: number;
                            readonly outsideOurControl: readonly {
                                readonly told?: string;
                                readonly what: string;
                            }[];
                            readonly phases: readonly {
                                readonly counts: {
                                    readonly [key: string]: number;
                                };
                                readonly finishedAt?: string;
                                /** @enum {string} */
                                readonly name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                                readonly startedAt?: string;
                            }[];
                            readonly previous: string | null;
                            /** @enum {string} */
                            readonly profile: "gdpr" | "pipl";
                            readonly requestedAt: string;
                            readonly requestId: string;
                            readonly retained: readonly {
                                readonly count: number;
                                readonly reason: string;
                                readonly until?: string;
                                readonly what: string;
                            }[];
                            readonly startedAt?: string;
                            readonly stores: readonly {
                                /** @enum {string} */
                                readonly category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                readonly count: number;
                                readonly held: boolean;
                                readonly kind: string;
                                readonly store: string;
                                readonly way: string;
                            }[];
                            readonly tenantId: string;
                            readonly verified: readonly {
                                readonly at: string;
                                readonly residue: number;
                                readonly what: string;
                            }[];
                        };
                        readonly keyFingerprint: string;
                        readonly publicKey: string;
                        readonly signature: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "extend-deletion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    /** Format: date-time */
                    readonly until: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly dueAt: string;
                        readonly endedAt?: string;
                        readonly extendedAt?: string;
                        /** @enum {string} */
                        readonly failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                        readonly graceEndsAt: string;
                        /** @enum {string} */
                        readonly profile: "gdpr" | "pipl";
                        /** @enum {string} */
                        readonly reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                        readonly requestedAt: string;
                        readonly requestedBy: string;
                        readonly requestId: string;
                        readonly startedAt?: string;
                        /** @enum {string} */
                        readonly status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-events": {
        readonly parameters: {
            readonly query: {
                readonly aggregateId: string;
                readonly cursor?: string;
                readonly limit?: number;
                readonly tenant?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly aggregateId: string;
                            readonly aggregateVersion: number;
                            readonly causationId: string;
                            readonly correlationId: string;
                            readonly data: {
                                readonly [key: string]: unknown;
                            };
                            readonly eventId: string;
                            readonly occurredAt: string;
                            readonly publishedAt?: string;
                            readonly schemaVersion: number;
                            readonly tenantId: string;
                            readonly type: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly health: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly stage: string;
                        /** @constant */
                        readonly status: "ok";
                        readonly version: string;
                    };
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "create-invitation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                    readonly roleId?: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly expiresAt: string;
                        readonly invitationId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-invitation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly createdAt: string;
                        readonly email: string;
                        readonly emailVerified: boolean;
                        readonly preferences: {
                            readonly emailNotifications: boolean;
                            /** @enum {string} */
                            readonly language: "zh-CN" | "en";
                            readonly timezone: string;
                        };
                        readonly profile: {
                            readonly firstName: string;
                            readonly lastName: string;
                        };
                        readonly roleIds: readonly string[];
                        readonly settings: {
                            /** @enum {string} */
                            readonly sidebar: "expanded" | "collapsed";
                            /** @enum {string} */
                            readonly theme: "light" | "dark";
                        };
                        /** @enum {string} */
                        readonly status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        readonly tenantId: string;
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-api-keys": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly createdAt: string;
                            readonly expiresAt?: string;
                            readonly id: string;
                            readonly lastUsedAt?: string;
                            readonly name: string;
                            readonly permissions: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "create-api-key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly expiresAt?: string;
                    readonly name: string;
                    readonly permissions?: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly name: string;
                        readonly secret: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-api-key": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "my-permissions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly permissionEpoch: number;
                        readonly permissions: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                    };
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "change-profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly emailNotifications?: boolean;
                    readonly firstName?: string;
                    /** @enum {string} */
                    readonly language?: "zh-CN" | "en";
                    readonly lastName?: string;
                    /** @enum {string} */
                    readonly sidebar?: "expanded" | "collapsed";
                    /** @enum {string} */
                    readonly theme?: "light" | "dark";
                    readonly timezone?: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly createdAt: string;
                        readonly email: string;
                        readonly emailVerified: boolean;
                        readonly preferences: {
                            readonly emailNotifications: boolean;
                            /** @enum {string} */
                            readonly language: "zh-CN" | "en";
                            readonly timezone: string;
                        };
                        readonly profile: {
                            readonly firstName: string;
                            readonly lastName: string;
                        };
                        readonly roleIds: readonly string[];
                        readonly settings: {
                            /** @enum {string} */
                            readonly sidebar: "expanded" | "collapsed";
                            /** @enum {string} */
                            readonly theme: "light" | "dark";
                        };
                        /** @enum {string} */
                        readonly status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        readonly tenantId: string;
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-sessions": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly createdAt: string;
                            readonly current: boolean;
                            readonly expiresAt: string;
                            readonly id: string;
                            readonly lastSeenAt: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "end-session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly openapi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-records": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly amount?: number;
                            readonly createdAt: string;
                            readonly kind: string;
                            readonly recordId: string;
                            readonly title: string | null;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "create-record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly amount?: number;
                    readonly kind: string;
                    readonly title: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly amount?: number;
                        readonly createdAt: string;
                        readonly kind: string;
                        readonly recordId: string;
                        readonly title: string | null;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-roles": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly forcesLogout: boolean;
                            readonly name: string;
                            readonly permissions: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            readonly requires: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            readonly roleId: string;
                            readonly system: boolean;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "create-role": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly forcesLogout?: boolean;
                    readonly name: string;
                    readonly permissions: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                    readonly requires?: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly roleId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-tenants": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly defaults: {
                                readonly emailNotifications?: boolean;
                                /** @enum {string} */
                                readonly language?: "zh-CN" | "en";
                                /** @enum {string} */
                                readonly sidebar?: "expanded" | "collapsed";
                                /** @enum {string} */
                                readonly theme?: "light" | "dark";
                                readonly timezone?: string;
                            };
                            readonly name: string;
                            readonly privacy: {
                                readonly minimumGracePeriodSeconds?: number;
                                /** @enum {string} */
                                readonly profile?: "gdpr" | "pipl";
                                readonly recipients?: readonly {
                                    /** Format: email */
                                    readonly email: string;
                                    readonly name: string;
                                }[];
                                readonly workingDays?: number;
                            };
                            readonly registrationPolicy: ("open" | "invitation") | {
                                readonly domains: readonly unknown[];
                            };
                            readonly registrationQuota?: number;
                            /** @enum {string} */
                            readonly status: "open" | "closed";
                            readonly tenantId: string;
                            readonly verificationWaived: boolean;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "create-tenant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly admin: {
                        /** Format: email */
                        readonly email: string;
                        readonly firstName: string;
                        /** @enum {string} */
                        readonly language?: "zh-CN" | "en";
                        readonly lastName: string;
                        /** Format: password */
                        readonly password: string;
                    };
                    readonly defaults?: {
                        readonly emailNotifications?: boolean;
                        /** @enum {string} */
                        readonly language?: "zh-CN" | "en";
                        /** @enum {string} */
                        readonly sidebar?: "expanded" | "collapsed";
                        /** @enum {string} */
                        readonly theme?: "light" | "dark";
                        readonly timezone?: string;
                    };
                    readonly name: string;
                    readonly privacy?: {
                        readonly minimumGracePeriodSeconds?: number;
                        /** @enum {string} */
                        readonly profile?: "gdpr" | "pipl";
                        readonly recipients?: readonly {
                            /** Format: email */
                            readonly email: string;
                            readonly name: string;
                        }[];
                        readonly workingDays?: number;
                    };
                    readonly registrationPolicy?: ("open" | "invitation") | {
                        readonly domains: readonly string[];
                    };
                    readonly registrationQuota?: number;
                    readonly tenantId: string;
                    readonly verificationWaived?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly administrator: {
                            readonly userId: string;
                        };
                        readonly defaults: {
                            readonly emailNotifications?: boolean;
                            /** @enum {string} */
                            readonly language?: "zh-CN" | "en";
                            /** @enum {string} */
                            readonly sidebar?: "expanded" | "collapsed";
                            /** @enum {string} */
                            readonly theme?: "light" | "dark";
                            readonly timezone?: string;
                        };
                        readonly name: string;
                        readonly privacy: {
                            readonly minimumGracePeriodSeconds?: number;
                            /** @enum {string} */
                            readonly profile?: "gdpr" | "pipl";
                            readonly recipients?: readonly {
                                /** Format: email */
                                readonly email: string;
                                readonly name: string;
                            }[];
                            readonly workingDays?: number;
                        };
                        readonly registrationPolicy: ("open" | "invitation") | {
                            readonly domains: readonly unknown[];
                        };
                        readonly registrationQuota?: number;
                        /** @enum {string} */
                        readonly status: "open" | "closed";
                        readonly tenantId: string;
                        readonly verificationWaived: boolean;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "change-tenant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly defaults?: {
                        readonly emailNotifications?: boolean;
                        /** @enum {string} */
                        readonly language?: "zh-CN" | "en";
                        /** @enum {string} */
                        readonly sidebar?: "expanded" | "collapsed";
                        /** @enum {string} */
                        readonly theme?: "light" | "dark";
                        readonly timezone?: string;
                    };
                    readonly name?: string;
                    readonly privacy?: {
                        readonly minimumGracePeriodSeconds?: number;
                        /** @enum {string} */
                        readonly profile?: "gdpr" | "pipl";
                        readonly recipients?: readonly {
                            /** Format: email */
                            readonly email: string;
                            readonly name: string;
                        }[];
                        readonly workingDays?: number;
                    };
                    readonly registrationPolicy?: ("open" | "invitation") | {
                        readonly domains: readonly string[];
                    };
                    readonly registrationQuota?: number | null;
                    /** @enum {string} */
                    readonly status?: "open" | "closed";
                    readonly verificationWaived?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly defaults: {
                            readonly emailNotifications?: boolean;
                            /** @enum {string} */
                            readonly language?: "zh-CN" | "en";
                            /** @enum {string} */
                            readonly sidebar?: "expanded" | "collapsed";
                            /** @enum {string} */
                            readonly theme?: "light" | "dark";
                            readonly timezone?: string;
                        };
                        readonly name: string;
                        readonly privacy: {
                            readonly minimumGracePeriodSeconds?: number;
                            /** @enum {string} */
                            readonly profile?: "gdpr" | "pipl";
                            readonly recipients?: readonly {
                                /** Format: email */
                                readonly email: string;
                                readonly name: string;
                            }[];
                            readonly workingDays?: number;
                        };
                        readonly registrationPolicy: ("open" | "invitation") | {
                            readonly domains: readonly unknown[];
                        };
                        readonly registrationQuota?: number;
                        /** @enum {string} */
                        readonly status: "open" | "closed";
                        readonly tenantId: string;
                        readonly verificationWaived: boolean;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-timeline": {
        readonly parameters: {
            readonly query: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly subject: string;
                readonly tenant?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly action?: string;
                            readonly actor?: string;
                            readonly at: string;
                            readonly eventId?: string;
                            /** @enum {string} */
                            readonly kind: "run_ended" | "event" | "audit" | "run_started";
                            readonly reason?: string;
                            readonly runId?: string;
                            /** @enum {string} */
                            readonly status?: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            readonly title: string;
                            readonly type?: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-users": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly createdAt: string;
                            readonly email: string | null;
                            readonly emailVerified: boolean;
                            readonly firstName: string | null;
                            readonly lastName: string | null;
                            readonly roles: readonly string[];
                            /** @enum {string} */
                            readonly status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                            readonly undeliverable?: boolean;
                            readonly userId: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-user": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly createdAt: string;
                        readonly email: string | null;
                        readonly emailVerified: boolean;
                        readonly firstName: string | null;
                        readonly lastName: string | null;
                        readonly roles: readonly string[];
                        /** @enum {string} */
                        readonly status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        readonly undeliverable?: boolean;
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-activity": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly action: string;
                            readonly actor: string;
                            readonly at: string;
                            readonly cause: string;
                            readonly roleId?: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "request-deletion": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly gracePeriodSeconds?: number;
                    /** Format: password */
                    readonly password?: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly dueAt: string;
                        readonly graceEndsAt: string;
                        readonly receiptCode?: string;
                        readonly requestId: string;
                        /** @enum {string} */
                        readonly status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        readonly statusUrl: string;
                    };
                };
            };
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly dueAt: string;
                        readonly graceEndsAt: string;
                        readonly receiptCode?: string;
                        readonly requestId: string;
                        /** @enum {string} */
                        readonly status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        readonly statusUrl: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "correct-email": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: email */
                    readonly email: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly eventId: string;
                        /** @constant */
                        readonly status: "pending_verification";
                        readonly userId: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "place-hold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly basis: string;
                    readonly categories?: readonly ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                    /** Format: date-time */
                    readonly until?: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly basis: string;
                        readonly categories?: readonly ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                        readonly holdId: string;
                        readonly placedAt: string;
                        readonly until?: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "release-hold": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-user-roles": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly expiresAt?: string;
                            readonly grantedAt: string;
                            readonly grantedBy: string;
                            readonly name: string;
                            readonly permissions: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            readonly roleId: string;
                            readonly version: number;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "assign-role": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly expiresAt?: string;
                    readonly reason?: string;
                    readonly roleId: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly eventId: string;
                        readonly runUrl: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "revoke-role": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly roleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly eventId: string;
                        readonly runUrl: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-orphaned-permissions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly orphans: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        readonly permissionEpoch: number;
                        readonly remaining: readonly ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-processes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly afterCompensation: readonly string[];
                            readonly compensationArn: string | null;
                            readonly config: {
                                readonly backoffRate: number;
                                readonly compensationEnabled: boolean;
                                readonly deadLetterQueue: string;
                                readonly parallelTasks: boolean;
                                /** @enum {string} */
                                readonly priority: "low" | "medium" | "high";
                                readonly retryAttempts: number;
                                readonly retryDelay: number;
                                readonly timeout: number;
                            };
                            readonly configChangedAt: string | null;
                            readonly configVersion: number;
                            readonly deadLetterQueueUrl: string;
                            readonly diagram: string;
                            readonly enabled: boolean;
                            readonly name: string;
                            readonly stateMachineArn: string;
                            readonly steps: readonly {
                                readonly compensation: string | null;
                                /** @enum {string} */
                                readonly criticality: "required" | "best effort";
                                readonly nothingToUndo?: string;
                                /** @enum {string} */
                                readonly order: "parallel" | "sequential";
                                readonly stage: string;
                                readonly step: string;
                            }[];
                            readonly trigger: string;
                            readonly type: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-config": {
        readonly parameters: {
            readonly query?: {
                readonly scope?: "platform";
            };
            readonly header?: never;
            readonly path: {
                readonly type: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly changeable: readonly ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        readonly changedAt: string | null;
                        readonly changedBy: string | null;
                        readonly defaults: {
                            readonly bestEffort: {
                                readonly [key: string]: boolean;
                            };
                            readonly compensationEnabled: boolean;
                            readonly deadline: number;
                            readonly enabled: boolean;
                        };
                        readonly notes: readonly string[];
                        readonly type: string;
                        readonly values: {
                            readonly backoffRate: number;
                            readonly bestEffort: {
                                readonly [key: string]: boolean;
                            };
                            readonly compensationEnabled: boolean;
                            readonly deadLetterQueue: string;
                            readonly deadline: number;
                            readonly enabled: boolean;
                            readonly parallelTasks: boolean;
                            /** @enum {string} */
                            readonly priority: "low" | "medium" | "high";
                            readonly retryAttempts: number;
                            readonly retryDelay: number;
                            readonly timeout: number;
                        };
                        readonly version: number;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "change-config": {
        readonly parameters: {
            readonly query?: {
                readonly scope?: "platform";
            };
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly type: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason?: string;
                    readonly values: {
                        readonly backoffRate?: number;
                        readonly bestEffort?: {
                            readonly [key: string]: boolean;
                        };
                        readonly compensationEnabled?: boolean;
                        readonly deadLetterQueue?: string;
                        readonly deadline?: number;
                        readonly enabled?: boolean;
                        readonly parallelTasks?: boolean;
                        /** @enum {string} */
                        readonly priority?: "low" | "medium" | "high";
                        readonly retryAttempts?: number;
                        readonly retryDelay?: number;
                        readonly timeout?: number;
                    };
                    readonly version: number;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly changeable: readonly ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        readonly changedAt: string | null;
                        readonly changedBy: string | null;
                        readonly defaults: {
                            readonly bestEffort: {
                                readonly [key: string]: boolean;
                            };
                            readonly compensationEnabled: boolean;
                            readonly deadline: number;
                            readonly enabled: boolean;
                        };
                        readonly notes: readonly string[];
                        readonly type: string;
                        readonly values: {
                            readonly backoffRate: number;
                            readonly bestEffort: {
                                readonly [key: string]: boolean;
                            };
                            readonly compensationEnabled: boolean;
                            readonly deadLetterQueue: string;
                            readonly deadline: number;
                            readonly enabled: boolean;
                            readonly parallelTasks: boolean;
                            /** @enum {string} */
                            readonly priority: "low" | "medium" | "high";
                            readonly retryAttempts: number;
                            readonly retryDelay: number;
                            readonly timeout: number;
                        };
                        readonly version: number;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "config-history": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly scope?: "platform";
            };
            readonly header?: never;
            readonly path: {
                readonly type: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly after: {
                                readonly bestEffort?: {
                                    readonly [key: string]: boolean;
                                };
                                readonly compensationEnabled?: boolean;
                                readonly deadline?: number;
                                readonly enabled?: boolean;
                            };
                            readonly before: {
                                readonly bestEffort?: {
                                    readonly [key: string]: boolean;
                                };
                                readonly compensationEnabled?: boolean;
                                readonly deadline?: number;
                                readonly enabled?: boolean;
                            };
                            readonly changedAt: string;
                            readonly changedBy: string;
                            readonly reason?: string;
                            readonly values: {
                                readonly bestEffort: {
                                    readonly [key: string]: boolean;
                                };
                                readonly compensationEnabled: boolean;
                                readonly deadline: number;
                                readonly enabled: boolean;
                            };
                            readonly version: number;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "roll-back-config": {
        readonly parameters: {
            readonly query?: {
                readonly scope?: "platform";
            };
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly type: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    readonly toVersion: number;
                    readonly version: number;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly changeable: readonly ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        readonly changedAt: string | null;
                        readonly changedBy: string | null;
                        readonly defaults: {
                            readonly bestEffort: {
                                readonly [key: string]: boolean;
                            };
                            readonly compensationEnabled: boolean;
                            readonly deadline: number;
                            readonly enabled: boolean;
                        };
                        readonly notes: readonly string[];
                        readonly type: string;
                        readonly values: {
                            readonly backoffRate: number;
                            readonly bestEffort: {
                                readonly [key: string]: boolean;
                            };
                            readonly compensationEnabled: boolean;
                            readonly deadLetterQueue: string;
                            readonly deadline: number;
                            readonly enabled: boolean;
                            readonly parallelTasks: boolean;
                            /** @enum {string} */
                            readonly priority: "low" | "medium" | "high";
                            readonly retryAttempts: number;
                            readonly retryDelay: number;
                            readonly timeout: number;
                        };
                        readonly version: number;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "start-bulk-retry": {
        readonly parameters: {
            readonly query?: {
                readonly tenant?: string;
            };
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly dryRun: boolean;
                    readonly errorClass?: string;
                    /** @default 60 */
                    readonly perMinute?: number;
                    readonly reason: string;
                    /** @enum {string} */
                    readonly status?: "PARKED" | "COMPENSATION_FAILED" | "COMPLETED_WITH_WARNINGS";
                    readonly type?: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly count: number;
                        readonly items: readonly {
                            readonly cause: string;
                            readonly errorClass?: string;
                            readonly runId: string;
                            readonly startedAt: string;
                            /** @enum {string} */
                            readonly status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            readonly step?: string;
                            readonly subject: string;
                            readonly type: string;
                        }[];
                        readonly more: boolean;
                    };
                };
            };
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly batchId: string;
                        readonly count: number;
                        readonly more: boolean;
                        readonly statusUrl: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-bulk-retry": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly tenant?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly batchId: string;
                        readonly by: string;
                        readonly count: number;
                        readonly cursor?: string;
                        readonly finishedAt?: string;
                        readonly items: readonly {
                            readonly at?: string;
                            readonly detail?: string;
                            readonly errorClass?: string;
                            /** @enum {string} */
                            readonly result: "QUEUED" | "TAKEN" | "RETRIED" | "NOT_POSSIBLE" | "FAILED" | "STOPPED";
                            readonly runId: string;
                            readonly type: string;
                        }[];
                        readonly nextPortionAt?: string;
                        readonly perMinute: number;
                        readonly reason: string;
                        readonly selected: {
                            readonly errorClass?: string;
                            /** @enum {string} */
                            readonly status?: "PARKED" | "COMPENSATION_FAILED" | "COMPLETED_WITH_WARNINGS";
                            readonly type?: string;
                        };
                        readonly startedAt: string;
                        /** @enum {string} */
                        readonly status: "PREPARING" | "RUNNING" | "DONE" | "STOPPED";
                        readonly stoppedBy?: string;
                        readonly stopReason?: string;
                        readonly totals: {
                            readonly [key: string]: number;
                        };
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "stop-bulk-retry": {
        readonly parameters: {
            readonly query?: {
                readonly tenant?: string;
            };
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly batchId: string;
                        /** @enum {string} */
                        readonly status: "PREPARING" | "RUNNING" | "DONE" | "STOPPED";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-dead-letters": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly status?: "OPEN" | "REDRIVING" | "RESOLVED";
                readonly tenant?: string;
                readonly type?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly cause: string;
                            readonly errorClass?: string;
                            readonly eventId?: string;
                            readonly id: string;
                            /** @enum {string} */
                            readonly kind: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call";
                            readonly locked: boolean;
                            readonly reason?: string;
                            readonly redrivable: boolean;
                            readonly redrive: string;
                            readonly resolution?: string;
                            readonly resolvedAt?: string;
                            readonly resolvedBy?: string;
                            readonly runId?: string;
                            readonly since: string;
                            /** @enum {string} */
                            readonly status: "OPEN" | "REDRIVING" | "RESOLVED";
                            readonly step?: string;
                            readonly subject?: string;
                            readonly tenantId: string;
                            readonly type?: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "delete-dead-letter": {
        readonly parameters: {
            readonly query?: {
                readonly tenant?: string;
            };
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "redrive-dead-letter": {
        readonly parameters: {
            readonly query?: {
                readonly tenant?: string;
            };
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": {
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly id: string;
                        readonly runId?: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "list-runs": {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly status?: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                readonly subject?: string;
                readonly tenant?: string;
                readonly type?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cursor?: string;
                        readonly items: readonly {
                            readonly attempt: number;
                            readonly cause: string;
                            readonly configVersion: number;
                            readonly duration: number | null;
                            readonly eventId: string;
                            readonly executionArn?: string;
                            readonly finishedAt?: string;
                            readonly runId: string;
                            readonly startedAt: string;
                            /** @enum {string} */
                            readonly status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            readonly subject: string;
                            readonly tenantId: string;
                            readonly type: string;
                        }[];
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly runId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly afterCompensation: readonly {
                            readonly attempts: number;
                            readonly error?: {
                                readonly message?: string;
                                readonly name: string;
                            };
                            readonly skippedBecause?: string;
                            /** @enum {string} */
                            readonly status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED";
                            readonly step: string;
                        }[];
                        readonly allowedActions: readonly ("retry" | "stop" | "skip")[];
                        readonly attempt: number;
                        readonly cause: string;
                        readonly configVersion: number;
                        readonly duration: number | null;
                        readonly eventId: string;
                        readonly executionArn?: string;
                        readonly finishedAt?: string;
                        readonly next: string;
                        readonly runId: string;
                        readonly startedAt: string;
                        /** @enum {string} */
                        readonly status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                        readonly steps: readonly {
                            readonly attempts: number;
                            readonly compensation?: {
                                readonly attempts: number;
                                readonly error?: {
                                    readonly message?: string;
                                    readonly name: string;
                                };
                                readonly skippedBecause?: string;
                                /** @enum {string} */
                                readonly status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED";
                                readonly step: string;
                            };
                            /** @enum {string} */
                            readonly criticality: "required" | "best effort";
                            readonly duration: number | null;
                            readonly error?: {
                                readonly message?: string;
                                readonly name: string;
                            };
                            readonly finishedAt?: string;
                            readonly startedAt?: string;
                            /** @enum {string} */
                            readonly status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED" | "VOID";
                            readonly step: string;
                        }[];
                        readonly subject: string;
                        readonly tenantId: string;
                        readonly type: string;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "skip-undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly runId: string;
                readonly step: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly runId: string;
                        /** @enum {string} */
                        readonly status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "retry-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly runId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly input?: {
                        readonly [key: string]: unknown;
                    };
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly runId: string;
                        /** @enum {string} */
                        readonly status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "stop-run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly runId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly runId: string;
                        /** @enum {string} */
                        readonly status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "get-statistics": {
        readonly parameters: {
            readonly query?: {
                readonly tenant?: string;
                readonly type?: string;
                readonly window?: "1h" | "24h" | "7d" | "all";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description done */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly averageExecutionTime: number | null;
                        readonly byStatus: {
                            readonly [key: string]: number;
                        };
                        readonly byType: {
                            readonly [key: string]: {
                                readonly averageExecutionTime: number | null;
                                readonly byStatus: {
                                    readonly [key: string]: number;
                                };
                                readonly compensatedWorkflows: number;
                                readonly completedWithWarnings: number;
                                readonly completedWorkflows: number;
                                readonly failedWorkflows: number;
                                readonly p50: number | null;
                                readonly p95: number | null;
                                readonly p99: number | null;
                                readonly runningWorkflows: number;
                                readonly taskSuccessRates: {
                                    readonly [key: string]: {
                                        readonly averageDuration: number | null;
                                        readonly failed: number;
                                        readonly retried: number;
                                        readonly started: number;
                                        readonly succeeded: number;
                                        readonly successRate: number | null;
                                    };
                                };
                                readonly totalWorkflows: number;
                            };
                        };
                        readonly compensatedWorkflows: number;
                        readonly completedWithWarnings: number;
                        readonly completedWorkflows: number;
                        readonly failedWorkflows: number;
                        readonly p50: number | null;
                        readonly p95: number | null;
                        readonly p99: number | null;
                        readonly revocation: {
                            readonly allowedAfterwards: number;
                            readonly measuredAt: string;
                            readonly p50: number;
                            readonly p99: number;
                            readonly revocations: number;
                        } | null;
                        readonly runningWorkflows: number;
                        readonly taskSuccessRates: {
                            readonly [key: string]: {
                                readonly averageDuration: number | null;
                                readonly failed: number;
                                readonly retried: number;
                                readonly started: number;
                                readonly succeeded: number;
                                readonly successRate: number | null;
                            };
                        };
                        readonly totalWorkflows: number;
                        /** @enum {string} */
                        readonly window: "1h" | "24h" | "7d" | "all";
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly "record-probe": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly allowedAfterwards: number;
                    readonly denials: readonly number[];
                };
            };
        };
        readonly responses: {
            /** @description done */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly allowedAfterwards: number;
                        readonly measuredAt: string;
                        readonly p50: number;
                        readonly p99: number;
                        readonly revocations: number;
                    };
                };
            };
            /** @description refused */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description refused */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
