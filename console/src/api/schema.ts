// Written by `npm run api:types` from the OpenAPI document.

export interface paths {
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what to one subject, when and why, newest first
         * @description Who did what to one subject, when and why, newest first.
         *
         *     Needs `audit:read`.
         */
        get: operations["list-audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a session
         * @description Start a session; whatever is wrong, the answer is one and the same.
         *
         *     Anybody may call it.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description End this session.
         *
         *     Needs a session; an API key is refused.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Register: answered at once, completed behind it. A known address gets the very same answer.
         *
         *     Anybody may call it.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/registrations/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a registration has come
         * @description How far a registration has come.
         *
         *     Anybody may call it.
         */
        get: operations["registration-status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/request-password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to set a new password, at most once a minute
         * @description Ask for a link to set a new password, at most once a minute. Whoever has no account gets the very same answer.
         *
         *     Anybody may call it.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["request-password-reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/resend-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a fresh verification link, at most once a minute
         * @description Ask for a fresh verification link, at most once a minute. Whoever has no use for one gets the very same answer.
         *
         *     Anybody may call it.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["resend-verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token of the mail, which is valid for ten minutes and works once
         * @description Set a new password with the token of the mail, which is valid for ten minutes and works once; all sessions and API keys end.
         *
         *     Anybody may call it.
         */
        post: operations["reset-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether you are logged in and as whom
         * @description Whether you are logged in and as whom; to a visitor this is an answer like any other, not an error.
         *
         *     Anybody may call it; a credential makes you known.
         */
        get: operations["session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the address with the token of the mail
         * @description Confirm the address with the token of the mail; the account becomes active as soon as it is set up.
         *
         *     Anybody may call it.
         */
        post: operations["verify-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deletions of the tenant
         * @description The deletions of the tenant: the open ones by due date, then those that are over.
         *
         *     Needs `users:delete`.
         */
        get: operations["list-deletions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletion-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a deletion is, phase by phase
         * @description How far a deletion is, phase by phase. With its receipt code nobody needs an account for it.
         *
         *     For whoever asked for it, with its receipt code, or with `users:delete`.
         */
        get: operations["get-deletion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletion-requests/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An office to which data was passed on acknowledges that it was told of the deletion, with the token of its mail
         * @description An office to which data was passed on acknowledges that it was told of the deletion, with the token of its mail. Whoever opens the page of the mail changes nothing by it.
         *
         *     Anybody may call it.
         */
        post: operations["acknowledge-deletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletion-requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a deletion back while it has not begun
         * @description Take a deletion back while it has not begun: the account is as it was, and its holder logs in again. Whoever opens the page of the mail changes nothing by it.
         *
         *     With the token of the mail, with its receipt code, or with `users:delete`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["cancel-deletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletion-requests/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The certificate of a deletion, signed, and without anything personal
         * @description The certificate of a deletion, signed, and without anything personal: when it is completed, or erased but for what the law wants kept. Where it went on afterwards, the latest one with those before it.
         *
         *     For whoever asked for it, with its receipt code, or with `users:delete`.
         */
        get: operations["get-certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletion-requests/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extend the due date, as far as the law allows, for a reason of which the person is told by mail
         * @description Extend the due date, as far as the law allows, for a reason of which the person is told by mail.
         *
         *     Needs `users:delete`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["extend-deletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deletion-requests/{id}/recipients/{recipient}/told": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that an office which no mail has reached was told of the deletion otherwise, and how
         * @description Note that an office which no mail has reached was told of the deletion otherwise, and how.
         *
         *     Needs `users:delete`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["tell-recipient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to one aggregate (an account, a run, an invitation, the configuration of a process), newest version first
         * @description What happened to one aggregate (an account, a run, an invitation, the configuration of a process), newest version first.
         *
         *     Needs `workflows:read`.
         */
        get: operations["list-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the service answers, which stage it is and which version runs
         * @description Whether the service answers, which stage it is and which version runs.
         *
         *     Anybody may call it.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite an address to join the tenant
         * @description Invite an address to join the tenant; the link goes out by mail, is valid for seven days and works once. Whoever joins is a member, and has the role that is named, if the inviter may grant it: now, and still then.
         *
         *     Needs `users:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["create-invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description Withdraw an invitation: its link opens nothing any more, and to whom it went is forgotten.
         *
         *     Needs `users:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        delete: operations["delete-invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your own account, with profile, preferences and settings
         * @description Your own account, with profile, preferences and settings.
         *
         *     Needs a session or an API key.
         */
        get: operations["get-me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your keys, without their secrets
         * @description Your keys, without their secrets.
         *
         *     Needs a session; an API key is refused.
         */
        get: operations["list-api-keys"];
        put?: never;
        /**
         * Make a key for a program, to be sent as x-api-key
         * @description Make a key for a program, to be sent as x-api-key. It may what you name, or all that you may now, and never more than you may yourself when it is used. The secret is told this once.
         *
         *     Needs a session; an API key is refused.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["create-api-key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke one of your keys
         * @description Revoke one of your keys: its next request is refused.
         *
         *     Needs a session; an API key is refused.
         *
         *     Honours an `Idempotency-Key`.
         */
        delete: operations["delete-api-key"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do now, with this credential
         * @description What you may do now, with this credential.
         *
         *     Needs a session or an API key.
         */
        get: operations["my-permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name, preferences and settings
         * @description Change name, preferences and settings; what is left out stays as it is. Mails come in the language that is set here.
         *
         *     Needs a session or an API key.
         *
         *     Honours an `Idempotency-Key`.
         */
        patch: operations["change-profile"];
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are logged in
         * @description Where you are logged in.
         *
         *     Needs a session; an API key is refused.
         */
        get: operations["list-sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions, this one too
         * @description End one of your sessions, this one too: its next request is refused.
         *
         *     Needs a session; an API key is refused.
         *
         *     Honours an `Idempotency-Key`.
         */
        delete: operations["end-session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document, generated from the schemas that validate
         * @description This document, generated from the schemas that validate.
         *
         *     Anybody may call it.
         */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records of whoever calls, newest first
         * @description The records of whoever calls, newest first.
         *
         *     Needs `records:read`.
         */
        get: operations["list-records"];
        put?: never;
        /**
         * Business data of whoever calls
         * @description Business data of whoever calls: what kind of thing, what it is called, and perhaps how much. The kind is a word of the business, without personal data.
         *
         *     Needs `records:write`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["create-record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles that can be granted
         * @description The roles that can be granted: those that every tenant has, then the tenant’s own.
         *
         *     Needs `roles:read`.
         */
        get: operations["list-roles"];
        put?: never;
        /**
         * Make a role of the tenant’s own, of permissions that the caller holds himself
         * @description Make a role of the tenant’s own, of permissions that the caller holds himself. `requires`: what a person must hold already to be granted it; `forcesLogout`: whoever loses it is logged out.
         *
         *     Needs `roles:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["create-role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every tenant there is, in the order of their ids
         * @description Every tenant there is, in the order of their ids.
         *
         *     Needs `tenants:manage`.
         */
        get: operations["list-tenants"];
        put?: never;
        /**
         * Create a tenant with its first administrator, who is active at once
         * @description Create a tenant with its first administrator, who is active at once.
         *
         *     Needs `tenants:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["create-tenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a tenant
         * @description Change a tenant. Once closing it is answered nobody registers with it any more. A quota counts the accounts that join while there is one; null is none.
         *
         *     Needs `tenants:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        patch: operations["change-tenant"];
        trace?: never;
    };
    "/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about one subject across all processes, newest first
         * @description Everything about one subject across all processes, newest first: its runs, its events and who did what.
         *
         *     Needs `audit:read` and `workflows:read`.
         */
        get: operations["get-timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of the tenant, newest first
         * @description The people of the tenant, newest first.
         *
         *     Needs `users:read`.
         */
        get: operations["list-users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the people of the tenant
         * @description One of the people of the tenant.
         *
         *     Needs `users:read`.
         */
        get: operations["get-user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to the rights of a person, by whom and why, newest first
         * @description What was done to the rights of a person, by whom and why, newest first.
         *
         *     Needs `users:read`.
         */
        get: operations["list-activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/deletion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask that an account be deleted
         * @description Ask that an account be deleted: your own, with your password once more, or that of somebody of your tenant. Access ends at once; until the grace period is over the request can be taken back. The receipt code is told this once, and to nobody but the person.
         *
         *     For your own account with your session, for others with `users:delete`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["request-deletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct the address of a person
         * @description Correct the address of a person: a fresh link goes to the new one, and until it is used the account is closed. Sessions, API keys and links of before are void.
         *
         *     Needs `users:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["correct-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/legal-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hold data of a person back from deletion, on a ground that the person may read
         * @description Hold data of a person back from deletion, on a ground that the person may read: without categories everything, and a deletion that was asked for then waits.
         *
         *     Needs `users:delete`.
         *
         *     Honours an `Idempotency-Key`.
         */
        put: operations["place-hold"];
        post?: never;
        /**
         * Release the hold
         * @description Release the hold: a deletion that it stopped goes on.
         *
         *     Needs `users:delete`.
         *
         *     Honours an `Idempotency-Key`.
         */
        delete: operations["release-hold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The roles that a person has at this moment
         * @description The roles that a person has at this moment.
         *
         *     Needs `roles:read`.
         */
        get: operations["list-user-roles"];
        put?: never;
        /**
         * Grant a role, for good or until a moment
         * @description Grant a role, for good or until a moment. It counts at once; the run behind it checks, tells and logs. Only what the caller holds himself, to somebody else; a role that is held already is a conflict.
         *
         *     Needs `roles:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["assign-role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a role away
         * @description Take a role away. What it alone gave is refused from the very next request on; the run behind it ends sessions where the role asks for it, tells and logs. The last administrator of a tenant stays.
         *
         *     Needs `roles:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        delete: operations["revoke-role"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/roles/orphans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a clean-up would take out
         * @description What a clean-up would take out: permissions that stand with a person although no role that she has gives them. They allow nothing.
         *
         *     Needs `roles:read`.
         */
        get: operations["list-orphaned-permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every declared process
         * @description Every declared process: its trigger, steps, limits and diagram, and where its machines and its dead-letter queue are.
         *
         *     Needs `workflows:read`.
         */
        get: operations["list-processes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{type}/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What holds for a process
         * @description What holds for a process: its deployed limits, and what can be changed while it runs.
         *
         *     Needs `workflows:read`.
         */
        get: operations["get-config"];
        /**
         * Change what can be changed while the process runs, for the runs to come
         * @description Change what can be changed while the process runs, for the runs to come; values that are left out stay.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        put: operations["change-config"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{type}/config/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of the configuration, newest first
         * @description Every change of the configuration, newest first: who, when, why, and what it was before and after.
         *
         *     Needs `workflows:read`.
         */
        get: operations["config-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{type}/config/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set again, as a new version, what was set under an earlier one
         * @description Set again, as a new version, what was set under an earlier one; version 1 is the process as it was deployed.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["roll-back-config"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/bulk-retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up again whatever waits for it, a thousand runs at the most and so many a minute
         * @description Take up again whatever waits for it, a thousand runs at the most and so many a minute; with dryRun only say what that would be.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["start-bulk-retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/bulk-retries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far it has come, and what became of every run
         * @description How far it has come, and what became of every run.
         *
         *     Needs `workflows:read`.
         */
        get: operations["get-bulk-retry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/bulk-retries/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try nothing more of it, with a reason
         * @description Try nothing more of it, with a reason; what was taken up stays taken up.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["stop-bulk-retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was given up and waits for somebody
         * @description What was given up and waits for somebody: failed runs, parked steps, events that could not be delivered or read, failures of other systems.
         *
         *     Needs `workflows:manage`.
         */
        get: operations["list-dead-letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give it up, with a reason
         * @description Give it up, with a reason: a parked run is cancelled, a parked step is skipped.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        delete: operations["delete-dead-letter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/dead-letters/{id}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try it again, once
         * @description Try it again, once: take the run up where it was left, or publish the event again.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["redrive-dead-letter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs a person, how each process fares and has fared, why things failed, and whether everything that was accepted is accounted for
         * @description What needs a person, how each process fares and has fared, why things failed, and whether everything that was accepted is accounted for.
         *
         *     Needs `workflows:read`.
         */
        get: operations["overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of the tenant, newest first
         * @description Runs of the tenant, newest first; filtered ones in the order in which they came to where they are.
         *
         *     Needs `workflows:read`.
         */
        get: operations["list-runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run with its steps
         * @description One run with its steps: why it is where it is, and what happens next.
         *
         *     Needs `workflows:read`.
         */
        get: operations["get-run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/runs/{runId}/compensation/{step}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer for an undo that failed, with a reason
         * @description Answer for an undo that failed, with a reason; the compensation goes on with what is left.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["skip-undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/runs/{runId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try again what failed
         * @description Try again what failed: a parked run, the parked steps of one that completed, or a compensation. What is done is not done again. Data of its event may be corrected in `input`, as far as the schema of the event allows; whom it is about stays.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["retry-run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/runs/{runId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a run that goes on, waits or is parked, with a reason
         * @description End a run that goes on, waits or is parked, with a reason: no step of it has an effect any more; what was done is undone where that can be, and it ends as cancelled.
         *
         *     Needs `workflows:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["stop-run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many runs there are in which state, how long they take and how their steps fare, in all and per process
         * @description How many runs there are in which state, how long they take and how their steps fare, in all and per process. A window counts the runs that started within it, wherever they are now; it begins with whole five minutes (1h) or a whole hour (24h, 7d). Percentiles are within 5 %.
         *
         *     Needs `workflows:read`.
         */
        get: operations["get-statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/statistics/revocation-probe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep what a probe of revocations saw, for the statistics (`npm run probe:revocation`)
         * @description Keep what a probe of revocations saw, for the statistics (`npm run probe:revocation`).
         *
         *     Needs `tenants:manage`.
         *
         *     Honours an `Idempotency-Key`.
         */
        post: operations["record-probe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description What is wrong and what to do about it */
            detail: string;
            errors?: {
                /** @description Stays the same in every language */
                code: string;
                /** @description In the language that was asked for */
                detail: string;
                /** @description A JSON pointer to the field */
                pointer: string;
            }[];
            /** @description By which the request is found in the logs */
            requestId: string;
            status: number;
            title: string;
            /** @description Names the problem; resolved against the origin it leads to a page about it */
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description By which the request is found in the logs */
        requestId: string;
        /** @description After how many seconds another try is worth it */
        retryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "list-audit": {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                subject: string;
                tenant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            action: string;
                            actor: string;
                            after?: unknown;
                            before?: unknown;
                            correlationId: string;
                            occurredAt: string;
                            outcomes?: {
                                status: string;
                                step: string;
                            }[];
                            reason?: string;
                            runId?: string;
                        }[];
                    };
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    cookie?: true;
                    /** Format: email */
                    email: string;
                    /** Format: password */
                    password: string;
                    tenantId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string;
                        sessionToken?: string;
                        userId: string;
                    };
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    firstName: string;
                    invitationToken?: string;
                    lastName: string;
                    /** Format: password */
                    password: string;
                    tenantId: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        nextSteps: ("email_verification" | "profile_completion")[];
                        statusUrl: string;
                        /** @constant */
                        success: true;
                        userId: string;
                    };
                };
            };
        };
    };
    "registration-status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "awaiting_verification" | "active" | "expired";
                    };
                };
            };
        };
    };
    "request-password-reset": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    tenantId: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    "resend-verification": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    tenantId: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    "reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: password */
                    password: string;
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        authenticated: false;
                        preselectedTenant?: string;
                        stage: string;
                    } | {
                        administersPlatform: boolean;
                        /** @constant */
                        authenticated: true;
                        displayName: string;
                        permissionEpoch: number;
                        permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        stage: string;
                        tenant: {
                            name: string;
                            tenantId: string;
                        };
                        userId: string;
                    };
                };
            };
        };
    };
    "verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "verified" | "active";
                    };
                };
            };
        };
    };
    "list-deletions": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                status?: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            dueAt: string;
                            endedAt?: string;
                            extendedAt?: string;
                            /** @enum {string} */
                            failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                            graceEndsAt: string;
                            heldCategories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                            heldUntil?: string;
                            person: string | null;
                            /** @enum {string} */
                            profile: "gdpr" | "pipl";
                            /** @enum {string} */
                            reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                            requestedAt: string;
                            requestedBy: string;
                            requestId: string;
                            startedAt?: string;
                            /** @enum {string} */
                            status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                            userId: string;
                        }[];
                    };
                };
            };
        };
    };
    "get-deletion": {
        parameters: {
            query?: {
                receiptCode?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowedActions: ("cancel" | "extend" | "place_hold" | "release_hold")[];
                        backupsExpireAt?: string;
                        certificateUrl?: string;
                        dueAt: string;
                        endedAt?: string;
                        extendableUntil?: string;
                        extendedAt?: string;
                        extensionReason?: string;
                        /** @enum {string} */
                        failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                        graceEndsAt: string;
                        heldCategories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                        heldUntil?: string;
                        hold?: {
                            basis: string;
                            categories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                            holdId: string;
                            placedAt: string;
                            until?: string;
                        };
                        lastSearch?: {
                            at: string;
                            residue: number;
                        };
                        person: string | null;
                        phases: {
                            counts: {
                                [key: string]: number;
                            };
                            finishedAt?: string;
                            /** @enum {string} */
                            name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                            startedAt?: string;
                            /** @enum {string} */
                            status: "PENDING" | "RUNNING" | "DONE" | "FAILED";
                        }[];
                        plan: {
                            basis?: string;
                            category: string;
                            count?: number;
                            held: boolean;
                            name: string;
                            /** @enum {string} */
                            reason?: "legal_hold" | "retention";
                            table: string;
                            until?: string;
                            way: string;
                        }[];
                        /** @enum {string} */
                        profile: "gdpr" | "pipl";
                        /** @enum {string} */
                        reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                        recipients: {
                            acknowledgedAt?: string;
                            name: string;
                            notReachedAt?: string;
                            nth: number;
                            reason?: string;
                            /** @enum {string} */
                            status: "TOLD" | "NOT_REACHED" | "ACKNOWLEDGED";
                            toldAt?: string;
                            toldBy?: string;
                        }[];
                        requestedAt: string;
                        requestedBy: string;
                        requestId: string;
                        startedAt?: string;
                        /** @enum {string} */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        statusUrl: string;
                        userId: string;
                    };
                };
            };
        };
    };
    "acknowledge-deletion": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acknowledgedAt: string;
                        requestId: string;
                        /** @constant */
                        status: "ACKNOWLEDGED";
                    };
                };
            };
        };
    };
    "cancel-deletion": {
        parameters: {
            query?: {
                receiptCode?: string;
            };
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                    token?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requestId: string;
                        /** @constant */
                        status: "CANCELLED";
                    };
                };
            };
        };
    };
    "get-certificate": {
        parameters: {
            query?: {
                receiptCode?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        algorithm: "ECDSA_P256_SHA_256";
                        certificate: {
                            dueAt: string;
                            expires: {
                                on: string;
                                what: string;
                            }[];
                            /** @constant */
                            format: "erasure-certificate/1";
                            holds: {
                                categories: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                                until?: string;
                            }[];
                            issuedAt: string;
                            number: number;
                            outsideOurControl: {
                                acknowledged?: string;
                                told?: string;
                                what: string;
                            }[];
                            phases: {
                                counts: {
                                    [key: string]: number;
                                };
                                finishedAt?: string;
                                /** @enum {string} */
                                name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                                startedAt?: string;
                            }[];
                            previous: string | null;
                            /** @enum {string} */
                            profile: "gdpr" | "pipl";
                            requestedAt: string;
                            requestId: string;
                            retained: {
                                count: number;
                                reason: string;
                                until?: string;
                                what: string;
                            }[];
                            startedAt?: string;
                            stores: {
                                /** @enum {string} */
                                category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                count: number;
                                held: boolean;
                                kind: string;
                                store: string;
                                way: string;
                            }[];
                            supplements?: number;
                            tenantId: string;
                            verified: {
                                at: string;
                                residue: number;
                                what: string;
                            }[];
                        };
                        earlier?: {
                            /** @constant */
                            algorithm: "ECDSA_P256_SHA_256";
                            certificate: {
                                dueAt: string;
                                expires: {
                                    on: string;
                                    what: string;
                                }[];
                                /** @constant */
                                format: "erasure-certificate/1";
                                holds: {
                                    categories: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                                    until?: string;
                                }[];
                                issuedAt: string;
                                number: number;
                                outsideOurControl: {
                                    acknowledged?: string;
                                    told?: string;
                                    what: string;
                                }[];
                                phases: {
                                    counts: {
                                        [key: string]: number;
                                    };
                                    finishedAt?: string;
                                    /** @enum {string} */
                                    name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                                    startedAt?: string;
                                }[];
                                previous: string | null;
                                /** @enum {string} */
                                profile: "gdpr" | "pipl";
                                requestedAt: string;
                                requestId: string;
                                retained: {
                                    count: number;
                                    reason: string;
                                    until?: string;
                                    what: string;
                                }[];
                                startedAt?: string;
                                stores: {
                                    /** @enum {string} */
                                    category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                    count: number;
                                    held: boolean;
                                    kind: string;
                                    store: string;
                                    way: string;
                                }[];
                                supplements?: number;
                                tenantId: string;
                                verified: {
                                    at: string;
                                    residue: number;
                                    what: string;
                                }[];
                            };
                            keyFingerprint: string;
                            publicKey: string;
                            signature: string;
                        }[];
                        keyFingerprint: string;
                        publicKey: string;
                        signature: string;
                    };
                };
            };
        };
    };
    "extend-deletion": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueAt: string;
                        endedAt?: string;
                        extendedAt?: string;
                        /** @enum {string} */
                        failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                        graceEndsAt: string;
                        heldCategories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                        heldUntil?: string;
                        /** @enum {string} */
                        profile: "gdpr" | "pipl";
                        /** @enum {string} */
                        reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                        requestedAt: string;
                        requestedBy: string;
                        requestId: string;
                        startedAt?: string;
                        /** @enum {string} */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        userId: string;
                    };
                };
            };
        };
    };
    "tell-recipient": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                recipient: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acknowledgedAt?: string;
                        name: string;
                        notReachedAt?: string;
                        nth: number;
                        reason?: string;
                        /** @enum {string} */
                        status: "TOLD" | "NOT_REACHED" | "ACKNOWLEDGED";
                        toldAt?: string;
                        toldBy?: string;
                    };
                };
            };
        };
    };
    "list-events": {
        parameters: {
            query: {
                aggregateId: string;
                cursor?: string;
                limit?: number;
                tenant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            aggregateId: string;
                            aggregateVersion: number;
                            causationId: string;
                            correlationId: string;
                            data: {
                                [key: string]: unknown;
                            };
                            eventId: string;
                            occurredAt: string;
                            publishedAt?: string;
                            schemaVersion: number;
                            tenantId: string;
                            type: string;
                        }[];
                    };
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stage: string;
                        /** @constant */
                        status: "ok";
                        version: string;
                    };
                };
            };
        };
    };
    "create-invitation": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    roleId?: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expiresAt: string;
                        invitationId: string;
                    };
                };
            };
        };
    };
    "delete-invitation": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "get-me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        email: string;
                        emailVerified: boolean;
                        preferences: {
                            emailNotifications: boolean;
                            /** @enum {string} */
                            language: "zh-CN" | "en";
                            timezone: string;
                        };
                        profile: {
                            firstName: string;
                            lastName: string;
                        };
                        roleIds: string[];
                        settings: {
                            /** @enum {string} */
                            sidebar: "expanded" | "collapsed";
                            /** @enum {string} */
                            theme: "light" | "dark";
                        };
                        /** @enum {string} */
                        status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        tenantId: string;
                        userId: string;
                    };
                };
            };
        };
    };
    "list-api-keys": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            createdAt: string;
                            expiresAt?: string;
                            id: string;
                            lastUsedAt?: string;
                            name: string;
                            permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        }[];
                    };
                };
            };
        };
    };
    "create-api-key": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    expiresAt?: string;
                    name: string;
                    permissions?: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        secret: string;
                    };
                };
            };
        };
    };
    "delete-api-key": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "my-permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        permissionEpoch: number;
                        permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                    };
                };
            };
        };
    };
    "change-profile": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    emailNotifications?: boolean;
                    firstName?: string;
                    /** @enum {string} */
                    language?: "zh-CN" | "en";
                    lastName?: string;
                    /** @enum {string} */
                    sidebar?: "expanded" | "collapsed";
                    /** @enum {string} */
                    theme?: "light" | "dark";
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        email: string;
                        emailVerified: boolean;
                        preferences: {
                            emailNotifications: boolean;
                            /** @enum {string} */
                            language: "zh-CN" | "en";
                            timezone: string;
                        };
                        profile: {
                            firstName: string;
                            lastName: string;
                        };
                        roleIds: string[];
                        settings: {
                            /** @enum {string} */
                            sidebar: "expanded" | "collapsed";
                            /** @enum {string} */
                            theme: "light" | "dark";
                        };
                        /** @enum {string} */
                        status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        tenantId: string;
                        userId: string;
                    };
                };
            };
        };
    };
    "list-sessions": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            createdAt: string;
                            current: boolean;
                            expiresAt: string;
                            id: string;
                            lastSeenAt: string;
                        }[];
                    };
                };
            };
        };
    };
    "end-session": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    "list-records": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            amount?: number;
                            createdAt: string;
                            kind: string;
                            recordId: string;
                            title: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "create-record": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount?: number;
                    kind: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount?: number;
                        createdAt: string;
                        kind: string;
                        recordId: string;
                        title: string | null;
                    };
                };
            };
        };
    };
    "list-roles": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            forcesLogout: boolean;
                            name: string;
                            permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            requires: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            roleId: string;
                            system: boolean;
                        }[];
                    };
                };
            };
        };
    };
    "create-role": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    forcesLogout?: boolean;
                    name: string;
                    permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                    requires?: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        roleId: string;
                    };
                };
            };
        };
    };
    "list-tenants": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            defaults: {
                                emailNotifications?: boolean;
                                /** @enum {string} */
                                language?: "zh-CN" | "en";
                                /** @enum {string} */
                                sidebar?: "expanded" | "collapsed";
                                /** @enum {string} */
                                theme?: "light" | "dark";
                                timezone?: string;
                            };
                            name: string;
                            privacy: {
                                minimumGracePeriodSeconds?: number;
                                /** @enum {string} */
                                profile?: "gdpr" | "pipl";
                                recipients?: {
                                    /** Format: email */
                                    email: string;
                                    /** @enum {string} */
                                    language?: "zh-CN" | "en";
                                    name: string;
                                }[];
                                retention?: {
                                    basis: string;
                                    /** @enum {string} */
                                    category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                    months: number;
                                }[];
                                workingDays?: number;
                            };
                            registrationPolicy: ("open" | "invitation") | {
                                domains: unknown[];
                            };
                            registrationQuota?: number;
                            /** @enum {string} */
                            status: "open" | "closed";
                            tenantId: string;
                            verificationWaived: boolean;
                        }[];
                    };
                };
            };
        };
    };
    "create-tenant": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    admin: {
                        /** Format: email */
                        email: string;
                        firstName: string;
                        /** @enum {string} */
                        language?: "zh-CN" | "en";
                        lastName: string;
                        /** Format: password */
                        password: string;
                    };
                    defaults?: {
                        emailNotifications?: boolean;
                        /** @enum {string} */
                        language?: "zh-CN" | "en";
                        /** @enum {string} */
                        sidebar?: "expanded" | "collapsed";
                        /** @enum {string} */
                        theme?: "light" | "dark";
                        timezone?: string;
                    };
                    name: string;
                    privacy?: {
                        minimumGracePeriodSeconds?: number;
                        /** @enum {string} */
                        profile?: "gdpr" | "pipl";
                        recipients?: {
                            /** Format: email */
                            email: string;
                            /** @enum {string} */
                            language?: "zh-CN" | "en";
                            name: string;
                        }[];
                        retention?: {
                            basis: string;
                            /** @enum {string} */
                            category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                            months: number;
                        }[];
                        workingDays?: number;
                    };
                    reason?: string;
                    registrationPolicy?: ("open" | "invitation") | {
                        domains: string[];
                    };
                    registrationQuota?: number;
                    tenantId: string;
                    verificationWaived?: boolean;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        administrator: {
                            userId: string;
                        };
                        defaults: {
                            emailNotifications?: boolean;
                            /** @enum {string} */
                            language?: "zh-CN" | "en";
                            /** @enum {string} */
                            sidebar?: "expanded" | "collapsed";
                            /** @enum {string} */
                            theme?: "light" | "dark";
                            timezone?: string;
                        };
                        name: string;
                        privacy: {
                            minimumGracePeriodSeconds?: number;
                            /** @enum {string} */
                            profile?: "gdpr" | "pipl";
                            recipients?: {
                                /** Format: email */
                                email: string;
                                /** @enum {string} */
                                language?: "zh-CN" | "en";
                                name: string;
                            }[];
                            retention?: {
                                basis: string;
                                /** @enum {string} */
                                category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                months: number;
                            }[];
                            workingDays?: number;
                        };
                        registrationPolicy: ("open" | "invitation") | {
                            domains: unknown[];
                        };
                        registrationQuota?: number;
                        /** @enum {string} */
                        status: "open" | "closed";
                        tenantId: string;
                        verificationWaived: boolean;
                    };
                };
            };
        };
    };
    "change-tenant": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    defaults?: {
                        emailNotifications?: boolean;
                        /** @enum {string} */
                        language?: "zh-CN" | "en";
                        /** @enum {string} */
                        sidebar?: "expanded" | "collapsed";
                        /** @enum {string} */
                        theme?: "light" | "dark";
                        timezone?: string;
                    };
                    name?: string;
                    privacy?: {
                        minimumGracePeriodSeconds?: number;
                        /** @enum {string} */
                        profile?: "gdpr" | "pipl";
                        recipients?: {
                            /** Format: email */
                            email: string;
                            /** @enum {string} */
                            language?: "zh-CN" | "en";
                            name: string;
                        }[];
                        retention?: {
                            basis: string;
                            /** @enum {string} */
                            category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                            months: number;
                        }[];
                        workingDays?: number;
                    };
                    reason?: string;
                    registrationPolicy?: ("open" | "invitation") | {
                        domains: string[];
                    };
                    registrationQuota?: number | null;
                    /** @enum {string} */
                    status?: "open" | "closed";
                    verificationWaived?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        defaults: {
                            emailNotifications?: boolean;
                            /** @enum {string} */
                            language?: "zh-CN" | "en";
                            /** @enum {string} */
                            sidebar?: "expanded" | "collapsed";
                            /** @enum {string} */
                            theme?: "light" | "dark";
                            timezone?: string;
                        };
                        name: string;
                        privacy: {
                            minimumGracePeriodSeconds?: number;
                            /** @enum {string} */
                            profile?: "gdpr" | "pipl";
                            recipients?: {
                                /** Format: email */
                                email: string;
                                /** @enum {string} */
                                language?: "zh-CN" | "en";
                                name: string;
                            }[];
                            retention?: {
                                basis: string;
                                /** @enum {string} */
                                category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                months: number;
                            }[];
                            workingDays?: number;
                        };
                        registrationPolicy: ("open" | "invitation") | {
                            domains: unknown[];
                        };
                        registrationQuota?: number;
                        /** @enum {string} */
                        status: "open" | "closed";
                        tenantId: string;
                        verificationWaived: boolean;
                    };
                };
            };
        };
    };
    "get-timeline": {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                subject: string;
                tenant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            action?: string;
                            actor?: string;
                            at: string;
                            eventId?: string;
                            /** @enum {string} */
                            kind: "run_ended" | "event" | "audit" | "run_started";
                            reason?: string;
                            runId?: string;
                            /** @enum {string} */
                            status?: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            title: string;
                            type?: string;
                        }[];
                    };
                };
            };
        };
    };
    "list-users": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            createdAt: string;
                            email: string | null;
                            emailVerified: boolean;
                            firstName: string | null;
                            lastName: string | null;
                            roles: string[];
                            /** @enum {string} */
                            status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                            undeliverable?: boolean;
                            userId: string;
                        }[];
                    };
                };
            };
        };
    };
    "get-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        createdAt: string;
                        email: string | null;
                        emailVerified: boolean;
                        firstName: string | null;
                        lastName: string | null;
                        roles: string[];
                        /** @enum {string} */
                        status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        undeliverable?: boolean;
                        userId: string;
                    };
                };
            };
        };
    };
    "list-activity": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            action: string;
                            actor: string;
                            at: string;
                            cause: string;
                            roleId?: string;
                        }[];
                    };
                };
            };
        };
    };
    "request-deletion": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    gracePeriodSeconds?: number;
                    /** @enum {string} */
                    ground?: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                    /** Format: password */
                    password?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueAt: string;
                        graceEndsAt: string;
                        receiptCode?: string;
                        requestId: string;
                        /** @enum {string} */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        statusUrl: string;
                    };
                };
            };
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dueAt: string;
                        graceEndsAt: string;
                        receiptCode?: string;
                        requestId: string;
                        /** @enum {string} */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        statusUrl: string;
                    };
                };
            };
        };
    };
    "correct-email": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventId: string;
                        /** @constant */
                        status: "pending_verification";
                        userId: string;
                    };
                };
            };
        };
    };
    "place-hold": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basis: string;
                    categories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        basis: string;
                        categories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                        holdId: string;
                        placedAt: string;
                        until?: string;
                    };
                };
            };
        };
    };
    "release-hold": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "list-user-roles": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            expiresAt?: string;
                            grantedAt: string;
                            grantedBy: string;
                            name: string;
                            permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            roleId: string;
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    "assign-role": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    expiresAt?: string;
                    reason?: string;
                    roleId: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventId: string;
                        runUrl: string;
                    };
                };
            };
        };
    };
    "revoke-role": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        eventId: string;
                        runUrl: string;
                    };
                };
            };
        };
    };
    "list-orphaned-permissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orphans: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        permissionEpoch: number;
                        remaining: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                    };
                };
            };
        };
    };
    "list-processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            afterCompensation: string[];
                            compensationArn: string | null;
                            config: {
                                backoffRate: number;
                                compensationEnabled: boolean;
                                deadLetterQueue: string;
                                parallelTasks: boolean;
                                /** @enum {string} */
                                priority: "low" | "medium" | "high";
                                retryAttempts: number;
                                retryDelay: number;
                                timeout: number;
                            };
                            configChangedAt: string | null;
                            configVersion: number;
                            deadLetterQueueUrl: string;
                            diagram: string;
                            enabled: boolean;
                            forwardOnly: boolean;
                            name: string;
                            stateMachineArn: string;
                            steps: {
                                compensation: string | null;
                                /** @enum {string} */
                                criticality: "required" | "best effort";
                                leadsBackTo?: string;
                                nothingToUndo?: string;
                                onlyIf?: {
                                    step: string;
                                    verdict: string;
                                };
                                /** @enum {string} */
                                order: "parallel" | "sequential";
                                stage: string;
                                step: string;
                            }[];
                            trigger: string;
                            type: string;
                            undos: string[];
                        }[];
                    };
                };
            };
        };
    };
    "get-config": {
        parameters: {
            query?: {
                scope?: "platform";
            };
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeable: ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        changedAt: string | null;
                        changedBy: string | null;
                        defaults: {
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            compensationEnabled: boolean;
                            deadline: number;
                            enabled: boolean;
                        };
                        notes: string[];
                        type: string;
                        values: {
                            backoffRate: number;
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            compensationEnabled: boolean;
                            deadLetterQueue: string;
                            deadline: number;
                            enabled: boolean;
                            parallelTasks: boolean;
                            /** @enum {string} */
                            priority: "low" | "medium" | "high";
                            retryAttempts: number;
                            retryDelay: number;
                            timeout: number;
                        };
                        version: number;
                    };
                };
            };
        };
    };
    "change-config": {
        parameters: {
            query?: {
                scope?: "platform";
            };
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                    values: {
                        backoffRate?: number;
                        bestEffort?: {
                            [key: string]: boolean;
                        };
                        compensationEnabled?: boolean;
                        deadLetterQueue?: string;
                        deadline?: number;
                        enabled?: boolean;
                        parallelTasks?: boolean;
                        /** @enum {string} */
                        priority?: "low" | "medium" | "high";
                        retryAttempts?: number;
                        retryDelay?: number;
                        timeout?: number;
                    };
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeable: ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        changedAt: string | null;
                        changedBy: string | null;
                        defaults: {
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            compensationEnabled: boolean;
                            deadline: number;
                            enabled: boolean;
                        };
                        notes: string[];
                        type: string;
                        values: {
                            backoffRate: number;
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            compensationEnabled: boolean;
                            deadLetterQueue: string;
                            deadline: number;
                            enabled: boolean;
                            parallelTasks: boolean;
                            /** @enum {string} */
                            priority: "low" | "medium" | "high";
                            retryAttempts: number;
                            retryDelay: number;
                            timeout: number;
                        };
                        version: number;
                    };
                };
            };
        };
    };
    "config-history": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                scope?: "platform";
            };
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            after: {
                                bestEffort?: {
                                    [key: string]: boolean;
                                };
                                compensationEnabled?: boolean;
                                deadline?: number;
                                enabled?: boolean;
                            };
                            before: {
                                bestEffort?: {
                                    [key: string]: boolean;
                                };
                                compensationEnabled?: boolean;
                                deadline?: number;
                                enabled?: boolean;
                            };
                            changedAt: string;
                            changedBy: string;
                            reason?: string;
                            values: {
                                bestEffort: {
                                    [key: string]: boolean;
                                };
                                compensationEnabled: boolean;
                                deadline: number;
                                enabled: boolean;
                            };
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    "roll-back-config": {
        parameters: {
            query?: {
                scope?: "platform";
            };
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    toVersion: number;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changeable: ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        changedAt: string | null;
                        changedBy: string | null;
                        defaults: {
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            compensationEnabled: boolean;
                            deadline: number;
                            enabled: boolean;
                        };
                        notes: string[];
                        type: string;
                        values: {
                            backoffRate: number;
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            compensationEnabled: boolean;
                            deadLetterQueue: string;
                            deadline: number;
                            enabled: boolean;
                            parallelTasks: boolean;
                            /** @enum {string} */
                            priority: "low" | "medium" | "high";
                            retryAttempts: number;
                            retryDelay: number;
                            timeout: number;
                        };
                        version: number;
                    };
                };
            };
        };
    };
    "start-bulk-retry": {
        parameters: {
            query?: {
                tenant?: string;
            };
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dryRun: boolean;
                    errorClass?: string;
                    /** @default 60 */
                    perMinute?: number;
                    reason: string;
                    /** @enum {string} */
                    status?: "PARKED" | "COMPENSATION_FAILED" | "COMPLETED_WITH_WARNINGS";
                    type?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        items: {
                            cause: string;
                            errorClass?: string;
                            runId: string;
                            startedAt: string;
                            /** @enum {string} */
                            status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            step?: string;
                            subject: string;
                            type: string;
                        }[];
                        more: boolean;
                    };
                };
            };
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string;
                        count: number;
                        more: boolean;
                        statusUrl: string;
                    };
                };
            };
        };
    };
    "get-bulk-retry": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                tenant?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string;
                        by: string;
                        count: number;
                        cursor?: string;
                        finishedAt?: string;
                        items: {
                            at?: string;
                            detail?: string;
                            errorClass?: string;
                            /** @enum {string} */
                            result: "QUEUED" | "TAKEN" | "RETRIED" | "NOT_POSSIBLE" | "FAILED" | "STOPPED";
                            runId: string;
                            type: string;
                        }[];
                        nextPortionAt?: string;
                        perMinute: number;
                        reason: string;
                        selected: {
                            errorClass?: string;
                            /** @enum {string} */
                            status?: "PARKED" | "COMPENSATION_FAILED" | "COMPLETED_WITH_WARNINGS";
                            type?: string;
                        };
                        startedAt: string;
                        /** @enum {string} */
                        status: "PREPARING" | "RUNNING" | "DONE" | "STOPPED";
                        stoppedBy?: string;
                        stopReason?: string;
                        totals: {
                            [key: string]: number;
                        };
                    };
                };
            };
        };
    };
    "stop-bulk-retry": {
        parameters: {
            query?: {
                tenant?: string;
            };
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batchId: string;
                        /** @enum {string} */
                        status: "PREPARING" | "RUNNING" | "DONE" | "STOPPED";
                    };
                };
            };
        };
    };
    "list-dead-letters": {
        parameters: {
            query?: {
                cursor?: string;
                errorClass?: string;
                kind?: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                limit?: number;
                order?: "newest" | "oldest";
                status?: "OPEN" | "REDRIVING" | "RESOLVED";
                step?: string;
                tenant?: string;
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            cause: string;
                            errorClass?: string;
                            eventId?: string;
                            id: string;
                            /** @enum {string} */
                            kind: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                            locked: boolean;
                            reason?: string;
                            redrivable: boolean;
                            redrive: string;
                            resolution?: string;
                            resolvedAt?: string;
                            resolvedBy?: string;
                            runId?: string;
                            since: string;
                            source?: string;
                            /** @enum {string} */
                            status: "OPEN" | "REDRIVING" | "RESOLVED";
                            step?: string;
                            subject?: string;
                            tenantId: string;
                            type?: string;
                        }[];
                    };
                };
            };
        };
    };
    "delete-dead-letter": {
        parameters: {
            query?: {
                tenant?: string;
            };
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "redrive-dead-letter": {
        parameters: {
            query?: {
                tenant?: string;
            };
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        runId?: string;
                    };
                };
            };
        };
    };
    overview: {
        parameters: {
            query?: {
                tenant?: string;
                window?: "1h" | "24h" | "7d";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        causes: {
                            count: number;
                            filter: {
                                errorClass?: string;
                                /** @enum {string} */
                                kind: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                                step?: string;
                                type?: string;
                            };
                            since: string;
                            text: string;
                        }[];
                        conservation: {
                            accepted: number;
                            ended: number;
                            gap: number;
                            inFlight: number;
                        };
                        needsPerson: {
                            compensationFailed: {
                                count: number;
                                more: boolean;
                            };
                            deadLetters: {
                                count: number;
                                more: boolean;
                            };
                            deletionsDueSoon: {
                                count: number;
                                more: boolean;
                            };
                            deletionsOverdue: {
                                count: number;
                                more: boolean;
                            };
                            parkedRuns: {
                                count: number;
                                more: boolean;
                            };
                            parkedSteps: {
                                count: number;
                                more: boolean;
                            };
                        };
                        oldest: {
                            deadLetterId: string;
                            /** @enum {string} */
                            kind: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                            runId?: string;
                            since: string;
                            text: string;
                            type?: string;
                        } | null;
                        processes: {
                            averageDuration: number | null;
                            calledOff: number;
                            compensated: number;
                            completed: number;
                            completedWithWarnings: number;
                            enabled: boolean;
                            failed: number;
                            inFlight: number;
                            name: string;
                            needsPerson: number;
                            p50: number | null;
                            p95: number | null;
                            p99: number | null;
                            /** @enum {string} */
                            priority: "low" | "medium" | "high";
                            retrying: {
                                count: number;
                                more: boolean;
                            };
                            series: {
                                compensated: number[];
                                completed: number[];
                                completedWithWarnings: number[];
                                failed: number[];
                                inFlight: number[];
                                p50: (number | null)[];
                                p95: (number | null)[];
                                started: number[];
                            };
                            started: number;
                            tasks: {
                                [key: string]: {
                                    averageDuration: number | null;
                                    failed: number;
                                    retried: number;
                                    started: number;
                                    succeeded: number;
                                    successRate: number | null;
                                };
                            };
                            type: string;
                        }[];
                        reconciler: {
                            lagSeconds: number;
                            lastPassAt: string;
                            looked: number;
                            repaired: number;
                            silent: boolean;
                        } | null;
                        series: {
                            compensated: number[];
                            completed: number[];
                            completedWithWarnings: number[];
                            failed: number[];
                            inFlight: number[];
                            p50: (number | null)[];
                            p95: (number | null)[];
                            started: number[];
                        };
                        slots: string[];
                        /** @enum {string} */
                        window: "1h" | "24h" | "7d";
                    };
                };
            };
        };
    };
    "list-runs": {
        parameters: {
            query?: {
                cursor?: string;
                errorClass?: string;
                from?: string;
                limit?: number;
                order?: "newest" | "oldest";
                status?: string;
                step?: string;
                subject?: string;
                tenant?: string;
                to?: string;
                type?: string;
                view?: "needs_a_person" | "not_progressing" | "in_flight" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor?: string;
                        items: {
                            attempt: number;
                            cause: string;
                            changedAt: string;
                            configVersion: number;
                            current: {
                                attempt: number;
                                error?: {
                                    message?: string;
                                    name: string;
                                };
                                of: number;
                                retrying: boolean;
                                step: string;
                            }[];
                            duration: number | null;
                            errorClass?: string;
                            eventId: string;
                            executionArn?: string;
                            failedStep?: string;
                            finishedAt?: string;
                            runId: string;
                            startedAt: string;
                            /** @enum {string} */
                            status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            subject: string;
                            tenantId: string;
                            type: string;
                        }[];
                    };
                };
            };
        };
    };
    "get-run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: {
                            /** @enum {string} */
                            action: "retry" | "stop" | "skip";
                            allowed: boolean;
                            /** @enum {string} */
                            obstacle?: "not permitted" | "nothing failed" | "has ended" | "cannot be stopped" | "undo goes on" | "nothing to skip";
                            reason?: string;
                        }[];
                        afterCompensation: {
                            attempts: number;
                            error?: {
                                message?: string;
                                name: string;
                            };
                            finishedAt?: string;
                            skippedBecause?: string;
                            startedAt?: string;
                            /** @enum {string} */
                            status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED";
                            step: string;
                            tries: {
                                error?: string;
                                finishedAt?: string;
                                startedAt: string;
                            }[];
                        }[];
                        allowedActions: ("retry" | "stop" | "skip")[];
                        attempt: number;
                        cause: string;
                        changedAt: string;
                        compensationUrl: string | null;
                        configVersion: number;
                        correlationId: string;
                        current: {
                            attempt: number;
                            error?: {
                                message?: string;
                                name: string;
                            };
                            of: number;
                            retrying: boolean;
                            step: string;
                        }[];
                        duration: number | null;
                        errorClass?: string;
                        eventId: string;
                        events: {
                            causationId?: string;
                            eventId: string;
                            occurredAt: string;
                            type: string;
                        }[];
                        executionArn?: string;
                        executionUrl: string | null;
                        failedStep?: string;
                        finishedAt?: string;
                        moreEvents: boolean;
                        next: string;
                        nextAt: string | null;
                        runId: string;
                        startedAt: string;
                        /** @enum {string} */
                        status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                        steps: {
                            attempts: number;
                            compensation?: {
                                attempts: number;
                                error?: {
                                    message?: string;
                                    name: string;
                                };
                                finishedAt?: string;
                                skippedBecause?: string;
                                startedAt?: string;
                                /** @enum {string} */
                                status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED";
                                step: string;
                                tries: {
                                    error?: string;
                                    finishedAt?: string;
                                    startedAt: string;
                                }[];
                            };
                            /** @enum {string} */
                            criticality: "required" | "best effort";
                            duration: number | null;
                            error?: {
                                message?: string;
                                name: string;
                            };
                            finishedAt?: string;
                            skippedBecause?: string;
                            startedAt?: string;
                            /** @enum {string} */
                            status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED" | "VOID";
                            step: string;
                            tries: {
                                error?: string;
                                finishedAt?: string;
                                startedAt: string;
                            }[];
                            /** @enum {string} */
                            undo?: "undone" | "nothing to undo" | "cannot be undone" | "by hand" | "failed" | "pending";
                        }[];
                        subject: string;
                        tenantId: string;
                        type: string;
                        who: {
                            /** @enum {string} */
                            code: "nobody" | "operator" | "administrator";
                            text: string;
                        };
                    };
                };
            };
        };
    };
    "skip-undo": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: string;
                        /** @enum {string} */
                        status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                    };
                };
            };
        };
    };
    "retry-run": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    input?: {
                        [key: string]: unknown;
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: string;
                        /** @enum {string} */
                        status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                    };
                };
            };
        };
    };
    "stop-run": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Accepted: it is completed behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runId: string;
                        /** @enum {string} */
                        status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                    };
                };
            };
        };
    };
    "get-statistics": {
        parameters: {
            query?: {
                tenant?: string;
                type?: string;
                window?: "1h" | "24h" | "7d" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        averageExecutionTime: number | null;
                        byStatus: {
                            [key: string]: number;
                        };
                        byType: {
                            [key: string]: {
                                averageExecutionTime: number | null;
                                byStatus: {
                                    [key: string]: number;
                                };
                                compensatedWorkflows: number;
                                completedWithWarnings: number;
                                completedWorkflows: number;
                                failedWorkflows: number;
                                p50: number | null;
                                p95: number | null;
                                p99: number | null;
                                runningWorkflows: number;
                                taskSuccessRates: {
                                    [key: string]: {
                                        averageDuration: number | null;
                                        failed: number;
                                        retried: number;
                                        started: number;
                                        succeeded: number;
                                        successRate: number | null;
                                    };
                                };
                                totalWorkflows: number;
                            };
                        };
                        compensatedWorkflows: number;
                        completedWithWarnings: number;
                        completedWorkflows: number;
                        failedWorkflows: number;
                        p50: number | null;
                        p95: number | null;
                        p99: number | null;
                        revocation: {
                            allowedAfterwards: number;
                            measuredAt: string;
                            p50: number;
                            p99: number;
                            revocations: number;
                        } | null;
                        runningWorkflows: number;
                        taskSuccessRates: {
                            [key: string]: {
                                averageDuration: number | null;
                                failed: number;
                                retried: number;
                                started: number;
                                succeeded: number;
                                successRate: number | null;
                            };
                        };
                        totalWorkflows: number;
                        /** @enum {string} */
                        window: "1h" | "24h" | "7d" | "all";
                    };
                };
            };
        };
    };
    "record-probe": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key and the same request within 24 hours: the same answer, and nothing is done twice. Another request under the key is refused
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allowedAfterwards: number;
                    denials: number[];
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allowedAfterwards: number;
                        measuredAt: string;
                        p50: number;
                        p99: number;
                        revocations: number;
                    };
                };
            };
        };
    };
}
