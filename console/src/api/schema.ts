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
         * Who did what to one subject, newest first
         * @description Every act, who did it, when and why.
         *
         *     Needs the permission `audit:read`.
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
         * Log in: start a session
         * @description A session ends after 24 hours, after 30 minutes without a request, and with a logout. Whatever is wrong, the answer is one and the same, so that nobody learns which addresses are known.
         *
         *     Anybody may call it.
         *
         *     Takes no `Idempotency-Key`: trying it again does no harm.
         *
         *     Too many attempts are refused for a while: wait as many seconds as `Retry-After` says.
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
         * Log out: end this session
         * @description The next request with its token is refused. Other sessions of yours go on.
         *
         *     Needs a session; an API key is refused.
         *
         *     Takes no `Idempotency-Key`: trying it again does no harm.
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
         * Register an account
         * @description It is answered at once and completed behind the answer: `statusUrl` says how far it is, and a mail asks to confirm the address. An address that is known already gets the very same answer, and its owner a mail.
         *
         *     Anybody may call it.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
         *
         *     Too many attempts are refused for a while: wait as many seconds as `Retry-After` says.
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
         * @description Ask again every few seconds. A registration that fails is told by mail, and for an address that was known before nothing else is answered than for a new one.
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
         * Ask for a link to set a new password
         * @description At most one mail a minute goes to an address. Whoever has no account gets the very same answer, and there is nothing to look up: what follows is the mail.
         *
         *     Anybody may call it.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
         *
         *     Too many attempts are refused for a while: wait as many seconds as `Retry-After` says.
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
         * Ask for a fresh verification link
         * @description At most one mail a minute goes to an address. Whoever has no use for a link gets the very same answer, and there is nothing to look up: what follows is the mail.
         *
         *     Anybody may call it.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
         *
         *     Too many attempts are refused for a while: wait as many seconds as `Retry-After` says.
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
         * Set a new password with the token of the mail
         * @description The token is valid for ten minutes and works once. All sessions and API keys of the account end.
         *
         *     Anybody may call it.
         *
         *     Takes no `Idempotency-Key`: trying it again does no harm.
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
         * Whether you are logged in, and as whom
         * @description To a visitor without a credential, or with one that has ended, this is an answer like any other and no error.
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
         * Confirm an address with the token of the mail
         * @description The account becomes active as soon as it is set up, too. A token works once; used again it is answered with `already-verified`.
         *
         *     Anybody may call it.
         *
         *     Takes no `Idempotency-Key`: trying it again does no harm.
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
         * @description The open ones first, by their due dates, then those that are over.
         *
         *     Needs the permission `users:delete`.
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
         * @description With its receipt code nobody needs an account for it. While it is under way, ask again every few seconds.
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
         * Acknowledge that you were told of a deletion
         * @description For an office to which data was passed on, with the token of its mail. Doing it again answers the same. Whoever only opens the page of the mail changes nothing by it.
         *
         *     Anybody may call it.
         *
         *     Takes no `Idempotency-Key`: trying it again does no harm.
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
         * Cancel a deletion
         * @description As long as the erasure has not begun. The account is as it was, and its holder logs in again. Whoever only opens the page of the mail changes nothing by it.
         *
         *     With the token of the mail, with its receipt code, or with `users:delete`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * The certificate of a deletion
         * @description Signed, and without anything personal. There is one once the deletion is completed, or erased but for what the law wants kept; before that it answers `not-found`. Where the erasure went on afterwards, this is the latest one with those before it. `npm run verify-certificate` verifies it without the platform.
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
         * Extend the due date of a deletion
         * @description As far as the law allows: `extendableUntil` of the request says how far. The person is told of it by mail.
         *
         *     Needs the permission `users:delete`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Note that an office was told of a deletion
         * @description For an office that no mail has reached, once you have told it otherwise.
         *
         *     Needs the permission `users:delete`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * What happened to one thing, newest first
         * @description The events about an account, a run, an invitation or the configuration of a process.
         *
         *     Needs the permission `workflows:read`.
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
         * Whether the service answers
         * @description Anybody may call it.
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
         * Invite somebody to join the tenant
         * @description The link goes out by mail, is valid for seven days and works once. There is nothing to look up: what follows is the mail. Whoever joins is a member, and has the role that is named if you may grant it: now, and still then.
         *
         *     Needs the permission `users:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Its link opens nothing any more, and to whom it went is forgotten.
         *
         *     Needs the permission `users:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Needs a session or an API key.
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
         * Your API keys, without their secrets
         * @description Needs a session; an API key is refused.
         */
        get: operations["list-api-keys"];
        put?: never;
        /**
         * Make an API key for a program
         * @description The program sends the `secret` as `x-api-key`. The key may do what you name, and never more than you may yourself when it is used.
         *
         *     Needs a session; an API key is refused.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Revoke one of your API keys
         * @description Its next request is refused.
         *
         *     Needs a session; an API key is refused.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Needs a session or an API key.
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
         * Change your name, preferences and settings
         * @description It answers the whole account as it is afterwards.
         *
         *     Needs a session or an API key.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Needs a session; an API key is refused.
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
         * End one of your sessions
         * @description Its next request is refused. This one can be ended, too.
         *
         *     Needs a session; an API key is refused.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * This document, as OpenAPI 3.1
         * @description It is generated from the schemas that validate. The problems in it come in the language of `Accept-Language`, everything else in English.
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
         * Your own records, newest first
         * @description Needs the permission `records:read`.
         */
        get: operations["list-records"];
        put?: never;
        /**
         * Write a record of your own
         * @description Business data that belongs to you: what kind of thing, what it is called, and perhaps how much. It goes when your account is deleted, or stays without your name.
         *
         *     Needs the permission `records:write`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Those that every tenant has, then the tenant’s own.
         *
         *     Needs the permission `roles:read`.
         */
        get: operations["list-roles"];
        put?: never;
        /**
         * Make a role of the tenant’s own
         * @description Of permissions that you hold yourself. It cannot be changed afterwards: make another one.
         *
         *     Needs the permission `roles:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Every tenant there is, by their ids
         * @description Needs the permission `tenants:manage`.
         */
        get: operations["list-tenants"];
        put?: never;
        /**
         * Create a tenant
         * @description With its first administrator, who is active at once and can log in.
         *
         *     Needs the permission `tenants:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Once closing it is answered nobody registers with it any more. A quota counts the accounts that join while there is one.
         *
         *     Needs the permission `tenants:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Everything about one subject, newest first
         * @description Its runs across all processes, its events, and who did what.
         *
         *     Needs the permissions `audit:read` and `workflows:read`.
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
         * @description Needs the permission `users:read`.
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
         * @description Needs the permission `users:read`.
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
         * What was done to the rights of a person, newest first
         * @description Needs the permission `users:read`.
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
         * @description Your own, with your password once more, or that of somebody of your tenant. Access ends at once; until the grace period is over the request can be cancelled. `statusUrl` says how far it is; the receipt code is told this once, and to nobody but the person. Asked a second time it answers 200 with the first request.
         *
         *     For your own account with your session, for others with `users:delete`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
         *
         *     Too many attempts are refused for a while: wait as many seconds as `Retry-After` says.
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
         * @description A fresh link goes to the new address, and until it is used the account is closed: `GET /users/{id}` tells its status. Sessions, API keys and links of before are void.
         *
         *     Needs the permission `users:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
        /**
         * The legal hold of an account
         * @description What is held back of a person, also where nobody has asked for a deletion.
         *
         *     Needs the permission `users:delete`.
         */
        get: operations["get-hold"];
        /**
         * Hold data of a person back from deletion
         * @description A hold of everything makes a deletion that was asked for wait; a hold of some kinds of data leaves those out. A hold that is there already is replaced.
         *
         *     Needs the permission `users:delete`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
         */
        put: operations["place-hold"];
        post?: never;
        /**
         * Release the legal hold of an account
         * @description A deletion that it stopped goes on by itself.
         *
         *     Needs the permission `users:delete`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Needs the permission `roles:read`.
         */
        get: operations["list-user-roles"];
        put?: never;
        /**
         * Grant a role
         * @description It counts at once, for good or until a moment. You can grant only what you hold yourself, and only to somebody else.
         *
         *     Needs the permission `roles:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description What it alone gave is refused from the very next request on. Sessions end where the role asks for it. The last administrator of a tenant stays.
         *
         *     Needs the permission `roles:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Permissions that no role of a person gives
         * @description What stands with her although no role gives it allows nothing, and the next clean-up takes it out.
         *
         *     Needs the permission `roles:read`.
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
         * @description Its trigger, steps, limits and diagram, and where its state machines and its dead-letter queue are.
         *
         *     Needs the permission `workflows:read`.
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
         * The configuration of a process
         * @description What holds for its runs: the limits with which it was deployed, and what can be changed while it runs.
         *
         *     Needs the permission `workflows:read`.
         */
        get: operations["get-config"];
        /**
         * Change the configuration of a process
         * @description It holds for the runs to come. Read it first, and send its `version` along: whoever was faster makes it stale, and then nothing is changed.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
         */
        put: operations["change-config"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workflows/{type}/config/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a configuration without changing it
         * @description Whether a change to these values would be taken, and if not why, with the sum: by the rules of the change itself. Nothing is changed.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes no `Idempotency-Key`: trying it again does no harm.
         */
        post: operations["check-config"];
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
         * @description Who made it, when and why, and what it was before and after.
         *
         *     Needs the permission `workflows:read`.
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
         * Go back to an earlier configuration
         * @description What was set under that version is set again, as a new version.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Retry many runs at once
         * @description Takes up again what waits for an operator: parked runs, parked steps, compensations that failed. Begin with `dryRun` to see what that is; then `statusUrl` says how far it is and what became of every run.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * How far a bulk retry has come, and what became of every run
         * @description Needs the permission `workflows:read`.
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
         * Stop a bulk retry
         * @description Nothing more of it is tried. What was taken up stays taken up.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * @description Dead letters: failed runs, parked steps, events that could not be delivered or read, and failures that another system told.
         *
         *     Needs the permission `workflows:manage`.
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
         * Give a dead letter up
         * @description A parked run is cancelled, a parked step is skipped.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Redrive a dead letter
         * @description Tries it again, once: takes the run up where it was left, or publishes the event again. `redrive` of the dead letter says what it would do now.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * How everything fares, at one look
         * @description What needs a person, how each process fares and has fared, why things failed, and whether everything that was accepted is accounted for.
         *
         *     Needs the permission `workflows:read`.
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
         * @description Filters narrow one another. With a filter the runs come in the order in which they came to where they are.
         *
         *     Needs the permission `workflows:read`.
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
         * @description Why it is where it is, what happens next, and who must act. While it goes on, ask again every few seconds.
         *
         *     Needs the permission `workflows:read`.
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
         * Skip an undo that failed
         * @description You answer for it, and the compensation goes on with what is left.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Retry what failed of a run
         * @description A parked run, the parked steps of one that completed, or a compensation. What is done is not done again. Whether it is possible now stands in `allowedActions` of the run.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Stop a run
         * @description One that goes on, waits or is parked. No step of it has an effect any more; what was done is undone where that can be, and it ends as cancelled.
         *
         *     Needs the permission `workflows:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
         * Statistics of runs and steps
         * @description How many runs there are in which state, how long they take and how their steps fare, in all and per process. A window counts the runs that started within it, wherever they are now; it begins with whole five minutes (`1h`) or a whole hour (`24h`, `7d`). Percentiles are within 5 %.
         *
         *     Needs the permission `workflows:read`.
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
         * Keep what a probe of revocations saw
         * @description For the statistics; `npm run probe:revocation` sends it.
         *
         *     Needs the permission `tenants:manage`.
         *
         *     Takes an `Idempotency-Key`: with the same key it can be tried again, and nothing is done twice.
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
            /** @description What is wrong and what to do about it, in the language of `Accept-Language` */
            detail: string;
            /** @description The fields that are wrong, each by itself. Absent: it is about none */
            errors?: {
                /**
                 * @description What is wrong with it, as a code that stays the same in every language:
                 *     - `required`: is required
                 *     - `unknown-field`: is not known here, leave it out
                 *     - `wrong-type`: has the wrong type
                 *     - `too-short`: is too short
                 *     - `too-long`: is too long
                 *     - `too-small`: is too small
                 *     - `too-big`: is too big
                 *     - `wrong-format`: has the wrong format
                 *     - `not-allowed`: is not one of the allowed values
                 *     - `password-too-short`: a password has at least 8 characters
                 *     - `password-common`: this password is too common, choose another
                 *     - `password-contains-context`: a password must not be made of your name, address or tenant
                 *     - `body-too-large`: a body may have 10 KB at the most
                 *     - `too-deep`: is nested too deeply or has too many fields
                 *     - `malformed`: cannot be parsed
                 *     - `no-such-tenant`: does not exist or takes no registrations
                 *     - `domain-not-allowed`: is not of a domain that this tenant takes
                 *     - `not-invited`: is no valid invitation for this address
                 *     - `full`: has no place left
                 *     - `not-changeable`: cannot be changed at run time
                 *     - `not-in-future`: must be a time to come
                 *     - `beyond-due-date`: is beyond what the law allows
                 *     - `taken`: is taken already
                 */
                code: string;
                /** @description What is wrong with it and what would have been right, in the language of `Accept-Language` */
                detail: string;
                /** @description Which field of the body, or which parameter of the path, the query or the headers: a JSON pointer such as `/email`; empty for the body as a whole */
                pointer: string;
            }[];
            /** @description Quote it when you ask an operator: by it the request is found in the logs */
            requestId: string;
            /** @description The status of the answer once more */
            status: number;
            /** @description The problem in a few words, in the language of `Accept-Language` */
            title: string;
            /** @description Names the problem, and stays: decide by it. Resolved against the origin of the console it leads to a page about it */
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
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /** @description Id of what it is about: an account, or whatever else stands in the audit */
                subject: string;
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Entries of the audit, newest first: one page of them */
                        items: {
                            /** @description What was done, as a code such as `role.assigned` */
                            action: string;
                            /** @description Who did it: id of an account, or `system` for the platform itself */
                            actor: string;
                            /** @description What was changed, as it is since. Absent: as above */
                            after?: unknown;
                            /** @description What was changed, as it was. Absent: nothing, or the entry does not tell */
                            before?: unknown;
                            /** @description The same for everything that one request set off: the `requestId` of that request */
                            correlationId: string;
                            /**
                             * Format: date-time
                             * @description When it was done. ISO 8601, UTC
                             */
                            occurredAt: string;
                            /** @description Of a compensation, what became of every undo. Absent: it is about none */
                            outcomes?: {
                                /** @description What became of it: `DONE`, `FAILED` or `SKIPPED` */
                                status: string;
                                /** @description Name of the undo */
                                step: string;
                            }[];
                            /** @description Why, in the words of whoever did. Absent: he gave none */
                            reason?: string;
                            /** @description Id of the run that did it. Absent: no run did */
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
                    /**
                     * @description Put the token into a cookie that no script can read; left out: it is in the answer
                     * @constant
                     */
                    cookie?: true;
                    /**
                     * Format: email
                     * @description The e-mail address of the account. It is kept encrypted under a key of the person
                     */
                    email: string;
                    /**
                     * Format: password
                     * @description The password of the account
                     */
                    password: string;
                    /** @description Id of the tenant, such as `demo`: what people type when they log in */
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
                        /**
                         * Format: date-time
                         * @description When the session ends at the latest. ISO 8601, UTC
                         */
                        expiresAt: string;
                        /** @description Send it with every request, as `Authorization: Bearer <sessionToken>`. Absent where it went into the cookie */
                        sessionToken?: string;
                        /** @description Id of the account */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /**
                     * Format: email
                     * @description The e-mail address of the account. It is kept encrypted under a key of the person
                     */
                    email: string;
                    /** @description Given name */
                    firstName: string;
                    /** @description The token from the link of an invitation; left out: without one, which a tenant for invited people refuses */
                    invitationToken?: string;
                    /** @description Family name */
                    lastName: string;
                    /**
                     * Format: password
                     * @description The new password: at least 8 characters, not a common one, and not made of name, address or tenant
                     */
                    password: string;
                    /** @description Id of the tenant, such as `demo`: what people type when they log in */
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
                        /** @description What happens next: a sentence in the language of `Accept-Language` */
                        message: string;
                        /** @description What the person still has to do: use the link of the mail (`email_verification`), look through the profile (`profile_completion`) */
                        nextSteps: ("email_verification" | "profile_completion")[];
                        /** @description Where to ask how far the registration is */
                        statusUrl: string;
                        /**
                         * @description Always true: what is refused is answered as a problem
                         * @constant
                         */
                        success: true;
                        /** @description Id of the account */
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
                /** @description Id of the account */
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
                        /**
                         * @description How far it is:
                         *     - `awaiting_verification`: the link of the mail was not used yet
                         *     - `active`: the account can log in
                         *     - `expired`: the link was not used within 24 hours; ask for another one
                         * @enum {string}
                         */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /**
                     * Format: email
                     * @description The e-mail address of the account. It is kept encrypted under a key of the person
                     */
                    email: string;
                    /** @description Id of the tenant, such as `demo`: what people type when they log in */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /**
                     * Format: email
                     * @description The e-mail address of the account. It is kept encrypted under a key of the person
                     */
                    email: string;
                    /** @description Id of the tenant, such as `demo`: what people type when they log in */
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
                    /**
                     * Format: password
                     * @description The new password: at least 8 characters, not a common one, and not made of name, address or tenant
                     */
                    password: string;
                    /** @description The token from the link of the mail, behind `token=` or `reset=` */
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
                        /**
                         * @description False: nobody is logged in
                         * @constant
                         */
                        authenticated: false;
                        /** @description Id of the tenant that a form of login has in it from the start. Absent but on the local stage */
                        preselectedTenant?: string;
                        /** @description Which installation answers: `local`, `dev`, `staging` or `prod` */
                        stage: string;
                    } | {
                        /** @description Whether the account may look at every tenant with `?tenant=` */
                        administersPlatform: boolean;
                        /**
                         * @description True: the credential is good
                         * @constant
                         */
                        authenticated: true;
                        /** @description Given and family name of the account */
                        displayName: string;
                        /** @description Rises with every change of what the account may do */
                        permissionEpoch: number;
                        /** @description What this credential may do at this moment */
                        permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        /** @description Which installation answers: `local`, `dev`, `staging` or `prod` */
                        stage: string;
                        /** @description The tenant of the account */
                        tenant: {
                            /** @description What the tenant is called */
                            name: string;
                            /** @description Id of the tenant, such as `demo`: what people type when they log in */
                            tenantId: string;
                        };
                        /** @description Id of the account */
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
                    /** @description The token from the link of the mail, behind `token=` or `reset=` */
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
                        /**
                         * @description What the account is now:
                         *     - `verified`: the address is confirmed, and the account is still being set up: try to log in in a moment
                         *     - `active`: the account can log in
                         * @enum {string}
                         */
                        status: "verified" | "active";
                    };
                };
            };
        };
    };
    "list-deletions": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /**
                 * @description Only deletions in this status; left out: in any:
                 *     - `GRACE_PERIOD`: it can still be cancelled, until `graceEndsAt`
                 *     - `BLOCKED_BY_HOLD`: a legal hold of everything stops it before anything is erased; it can still be cancelled
                 *     - `RUNNING`: the erasure has begun, and nothing leads back
                 *     - `PARTIALLY_ERASED`: all is erased but what the law wants kept, or a phase stands still: `failedPhase` says which
                 *     - `CANCELLED`: it was cancelled, and the account is as it was
                 *     - `COMPLETED`: all is erased and verified, and there is a certificate
                 */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Deletions: one page of them */
                        items: {
                            /**
                             * Format: date-time
                             * @description By when it must be done. ISO 8601, UTC
                             */
                            dueAt: string;
                            /**
                             * Format: date-time
                             * @description When it was completed or cancelled. Absent: neither has happened. ISO 8601, UTC
                             */
                            endedAt?: string;
                            /**
                             * Format: date-time
                             * @description When the due date was extended. Absent: it was not. ISO 8601, UTC
                             */
                            extendedAt?: string;
                            /**
                             * @description In which phase it stands still and waits for an operator. Absent: in none:
                             *     - `access`: runs of the account are stopped, sessions, roles and API keys end
                             *     - `assessment`: what there is gets counted
                             *     - `personal_data`: personal data and the key that opens them are deleted
                             *     - `business_data`: records lose whom they are about
                             *     - `audit`: the audit loses names
                             *     - `backups`: what backups hold is made unreadable
                             *     - `recipients`: whoever was passed data is told
                             *     - `verification`: somebody who did not erase looks for what is left
                             *     - `certificate`: the certificate is issued
                             * @enum {string}
                             */
                            failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                            /**
                             * Format: date-time
                             * @description Until when it can be cancelled. ISO 8601, UTC
                             */
                            graceEndsAt: string;
                            /** @description Which kinds of data are kept back when all else is erased. Absent: none */
                            heldCategories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                            /**
                             * Format: date-time
                             * @description When the first hold or period for which it waits ends by itself. Absent: nothing does. ISO 8601, UTC
                             */
                            heldUntil?: string;
                            /** @description Whom it is about, as a masked address such as `a***@example.com`. Null once the erasure has begun */
                            person: string | null;
                            /**
                             * @description Under which law it is answered:
                             *     - `gdpr`: within one month, which can be extended to three
                             *     - `pipl`: within the working days that the tenant has set
                             * @enum {string}
                             */
                            profile: "gdpr" | "pipl";
                            /**
                             * @description On what ground, as the law counts them:
                             *     - `no_longer_necessary`: the data is not needed any more
                             *     - `consent_withdrawn`: the person has withdrawn her consent
                             *     - `objection`: she objects to the use of the data
                             *     - `unlawful_processing`: the data was used against the law
                             *     - `legal_obligation`: a law demands the erasure
                             *     - `child`: it was collected from a child
                             *     - `other`: anything else
                             * @enum {string}
                             */
                            reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                            /**
                             * Format: date-time
                             * @description When it was asked for. ISO 8601, UTC
                             */
                            requestedAt: string;
                            /** @description Id of the account that asked: the person’s own, or an administrator’s */
                            requestedBy: string;
                            /** @description Id of the deletion request */
                            requestId: string;
                            /**
                             * Format: date-time
                             * @description When the erasure began, from where nothing leads back. Absent: it has not. ISO 8601, UTC
                             */
                            startedAt?: string;
                            /**
                             * @description Where the deletion is:
                             *     - `GRACE_PERIOD`: it can still be cancelled, until `graceEndsAt`
                             *     - `BLOCKED_BY_HOLD`: a legal hold of everything stops it before anything is erased; it can still be cancelled
                             *     - `RUNNING`: the erasure has begun, and nothing leads back
                             *     - `PARTIALLY_ERASED`: all is erased but what the law wants kept, or a phase stands still: `failedPhase` says which
                             *     - `CANCELLED`: it was cancelled, and the account is as it was
                             *     - `COMPLETED`: all is erased and verified, and there is a certificate
                             * @enum {string}
                             */
                            status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                            /** @description Id of the account that is deleted */
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
                /** @description The receipt code of this request, for whoever has no account any more; left out: you come with a credential */
                receiptCode?: string;
            };
            header?: never;
            path: {
                /** @description Id of the deletion request */
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
                        /** @description What you may do with it now; empty for whoever lacks `users:delete` */
                        allowedActions: ("cancel" | "extend" | "place_hold" | "release_hold")[];
                        /**
                         * Format: date-time
                         * @description When the last backup that holds any of it is gone. Absent: the erasure has not come that far. ISO 8601, UTC
                         */
                        backupsExpireAt?: string;
                        /** @description Where the certificate is. Absent: there is none yet */
                        certificateUrl?: string;
                        /**
                         * Format: date-time
                         * @description By when it must be done. ISO 8601, UTC
                         */
                        dueAt: string;
                        /**
                         * Format: date-time
                         * @description When it was completed or cancelled. Absent: neither has happened. ISO 8601, UTC
                         */
                        endedAt?: string;
                        /**
                         * Format: date-time
                         * @description How far the due date can be extended. Absent: it cannot. ISO 8601, UTC
                         */
                        extendableUntil?: string;
                        /**
                         * Format: date-time
                         * @description When the due date was extended. Absent: it was not. ISO 8601, UTC
                         */
                        extendedAt?: string;
                        /** @description Why it takes longer, in the words that the person was told. Absent: it was not extended, or her key is gone */
                        extensionReason?: string;
                        /**
                         * @description In which phase it stands still and waits for an operator. Absent: in none:
                         *     - `access`: runs of the account are stopped, sessions, roles and API keys end
                         *     - `assessment`: what there is gets counted
                         *     - `personal_data`: personal data and the key that opens them are deleted
                         *     - `business_data`: records lose whom they are about
                         *     - `audit`: the audit loses names
                         *     - `backups`: what backups hold is made unreadable
                         *     - `recipients`: whoever was passed data is told
                         *     - `verification`: somebody who did not erase looks for what is left
                         *     - `certificate`: the certificate is issued
                         * @enum {string}
                         */
                        failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                        /**
                         * Format: date-time
                         * @description Until when it can be cancelled. ISO 8601, UTC
                         */
                        graceEndsAt: string;
                        /** @description Which kinds of data are kept back when all else is erased. Absent: none */
                        heldCategories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                        /**
                         * Format: date-time
                         * @description When the first hold or period for which it waits ends by itself. Absent: nothing does. ISO 8601, UTC
                         */
                        heldUntil?: string;
                        /** @description The legal hold of the account. Absent: there is none */
                        hold?: {
                            /** @description On what ground, in the words of whoever placed it; the person reads it */
                            basis: string;
                            /** @description Which kinds of data it holds back. Absent: all of them */
                            categories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                            /** @description Id of the legal hold */
                            holdId: string;
                            /**
                             * Format: date-time
                             * @description When it was placed. ISO 8601, UTC
                             */
                            placedAt: string;
                            /** @description Id of the account that placed it */
                            placedBy: string;
                            /**
                             * Format: date-time
                             * @description When it ends by itself. Absent: when somebody releases it. ISO 8601, UTC
                             */
                            until?: string;
                        };
                        /** @description The last search for anything left of the person. Absent: there was none yet */
                        lastSearch?: {
                            /**
                             * Format: date-time
                             * @description When all tables were searched. ISO 8601, UTC
                             */
                            at: string;
                            /** @description How much of the person was found: 0 is what it should be */
                            residue: number;
                        };
                        /** @description Whom it is about, as a masked address such as `a***@example.com`. Null once the erasure has begun */
                        person: string | null;
                        /** @description The phases, in their order */
                        phases: {
                            /** @description How many items of which kind the phase has dealt with, by the names of the data inventory */
                            counts: {
                                [key: string]: number;
                            };
                            /**
                             * Format: date-time
                             * @description When it ended. Absent: it has not. ISO 8601, UTC
                             */
                            finishedAt?: string;
                            /**
                             * @description Which phase of the deletion:
                             *     - `access`: runs of the account are stopped, sessions, roles and API keys end
                             *     - `assessment`: what there is gets counted
                             *     - `personal_data`: personal data and the key that opens them are deleted
                             *     - `business_data`: records lose whom they are about
                             *     - `audit`: the audit loses names
                             *     - `backups`: what backups hold is made unreadable
                             *     - `recipients`: whoever was passed data is told
                             *     - `verification`: somebody who did not erase looks for what is left
                             *     - `certificate`: the certificate is issued
                             * @enum {string}
                             */
                            name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                            /** @description How far a phase is that works in chunks. Absent: it has not begun, or has ended */
                            progress?: {
                                /** @description So much is done: items that were planned, or places that were looked through */
                                done: number;
                                /** @description Of so much */
                                of: number;
                            };
                            /**
                             * Format: date-time
                             * @description When it began. Absent: it has not. ISO 8601, UTC
                             */
                            startedAt?: string;
                            /**
                             * @description How far the phase is:
                             *     - `PENDING`: it has not begun
                             *     - `RUNNING`: it is under way
                             *     - `DONE`: it is done
                             *     - `FAILED`: it failed and waits for an operator
                             * @enum {string}
                             */
                            status: "PENDING" | "RUNNING" | "DONE" | "FAILED";
                        }[];
                        /** @description What becomes of each kind of data */
                        plan: {
                            /** @description By which law, of `retention`. Absent otherwise */
                            basis?: string;
                            /**
                             * @description Kind of data:
                             *     - `identity`: who the person is
                             *     - `contact`: how she is reached
                             *     - `security`: credentials, sessions and keys
                             *     - `business`: records of the business
                             *     - `audit`: who did what
                             *     - `technical`: what the platform needs to work
                             * @enum {string}
                             */
                            category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                            /** @description How many items there are. Absent: nobody has looked yet */
                            count?: number;
                            /** @description Whether it is kept for now */
                            held: boolean;
                            /** @description What kind of data, by its name in the data inventory */
                            name: string;
                            /**
                             * @description Why it is kept. Absent: it is not:
                             *     - `legal_hold`: somebody holds it back
                             *     - `retention`: the law wants it kept for some time
                             * @enum {string}
                             */
                            reason?: "legal_hold" | "retention";
                            /** @description In which table it is */
                            table: string;
                            /**
                             * Format: date-time
                             * @description Until when it is kept. Absent: it is not, or until somebody releases the hold. ISO 8601, UTC
                             */
                            until?: string;
                            /** @description What becomes of it: `delete`; `anonymise`, it stays without whom it is about; `minimise`, it stays for accountability, without identity */
                            way: string;
                        }[];
                        /**
                         * @description Under which law it is answered:
                         *     - `gdpr`: within one month, which can be extended to three
                         *     - `pipl`: within the working days that the tenant has set
                         * @enum {string}
                         */
                        profile: "gdpr" | "pipl";
                        /**
                         * @description On what ground, as the law counts them:
                         *     - `no_longer_necessary`: the data is not needed any more
                         *     - `consent_withdrawn`: the person has withdrawn her consent
                         *     - `objection`: she objects to the use of the data
                         *     - `unlawful_processing`: the data was used against the law
                         *     - `legal_obligation`: a law demands the erasure
                         *     - `child`: it was collected from a child
                         *     - `other`: anything else
                         * @enum {string}
                         */
                        reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                        /** @description The offices to which data had been passed on, and whether each heard of the erasure */
                        recipients: {
                            /**
                             * Format: date-time
                             * @description When it acknowledged. Absent: it has not. ISO 8601, UTC
                             */
                            acknowledgedAt?: string;
                            /** @description What the office is called */
                            name: string;
                            /**
                             * Format: date-time
                             * @description When the mail was given up. Absent: it was not. ISO 8601, UTC
                             */
                            notReachedAt?: string;
                            /** @description Its number in this request, from 0: `recipient` in the path */
                            nth: number;
                            /** @description How it was told then, in the words of whoever did. Absent: it was by mail */
                            reason?: string;
                            /**
                             * @description Whether the office knows:
                             *     - `TOLD`: it was told, and has not acknowledged
                             *     - `NOT_REACHED`: no mail has reached it: somebody must tell it otherwise
                             *     - `ACKNOWLEDGED`: it has said that it knows
                             * @enum {string}
                             */
                            status: "TOLD" | "NOT_REACHED" | "ACKNOWLEDGED";
                            /**
                             * Format: date-time
                             * @description When it was told. Absent: it was not. ISO 8601, UTC
                             */
                            toldAt?: string;
                            /** @description Id of the account that told it otherwise than by mail. Absent: nobody did */
                            toldBy?: string;
                        }[];
                        /**
                         * Format: date-time
                         * @description When it was asked for. ISO 8601, UTC
                         */
                        requestedAt: string;
                        /** @description Id of the account that asked: the person’s own, or an administrator’s */
                        requestedBy: string;
                        /** @description Id of the deletion request */
                        requestId: string;
                        /**
                         * Format: date-time
                         * @description When the erasure began, from where nothing leads back. Absent: it has not. ISO 8601, UTC
                         */
                        startedAt?: string;
                        /**
                         * @description Where the deletion is:
                         *     - `GRACE_PERIOD`: it can still be cancelled, until `graceEndsAt`
                         *     - `BLOCKED_BY_HOLD`: a legal hold of everything stops it before anything is erased; it can still be cancelled
                         *     - `RUNNING`: the erasure has begun, and nothing leads back
                         *     - `PARTIALLY_ERASED`: all is erased but what the law wants kept, or a phase stands still: `failedPhase` says which
                         *     - `CANCELLED`: it was cancelled, and the account is as it was
                         *     - `COMPLETED`: all is erased and verified, and there is a certificate
                         * @enum {string}
                         */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        /** @description Where to ask how far it is */
                        statusUrl: string;
                        /** @description Id of the account that is deleted */
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
                /** @description Id of the deletion request */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The token from the link of the mail */
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
                        /**
                         * Format: date-time
                         * @description When it was acknowledged first. ISO 8601, UTC
                         */
                        acknowledgedAt: string;
                        /** @description Id of the deletion request */
                        requestId: string;
                        /**
                         * @description It is noted that the office knows
                         * @constant
                         */
                        status: "ACKNOWLEDGED";
                    };
                };
            };
        };
    };
    "cancel-deletion": {
        parameters: {
            query?: {
                /** @description The receipt code of this request, for whoever has no account any more; left out: you come with a credential */
                receiptCode?: string;
            };
            header?: {
                /**
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the deletion request */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
                    reason?: string;
                    /** @description The token from the link of the mail, behind `cancel=`; left out: you come with the receipt code or a credential */
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
                        /** @description Id of the deletion request */
                        requestId: string;
                        /**
                         * @description It was cancelled
                         * @constant
                         */
                        status: "CANCELLED";
                    };
                };
            };
        };
    };
    "get-certificate": {
        parameters: {
            query?: {
                /** @description The receipt code of this request, for whoever has no account any more; left out: you come with a credential */
                receiptCode?: string;
            };
            header?: never;
            path: {
                /** @description Id of the deletion request */
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
                        /**
                         * @description How it is signed
                         * @constant
                         */
                        algorithm: "ECDSA_P256_SHA_256";
                        /** @description What is signed: its canonical JSON (RFC 8785) */
                        certificate: {
                            /**
                             * Format: date-time
                             * @description By when it had to be done. ISO 8601, UTC
                             */
                            dueAt: string;
                            /** @description What is still to go by itself, and when */
                            expires: {
                                /**
                                 * Format: date-time
                                 * @description When it is gone at the latest. ISO 8601, UTC
                                 */
                                on: string;
                                /** @description What goes by itself, as a code: `backups_of_the_tables`, `backups_of_the_key` */
                                what: string;
                            }[];
                            /**
                             * @description Name and version of this format
                             * @constant
                             */
                            format: "erasure-certificate/1";
                            /** @description Legal holds for which something was left out */
                            holds: {
                                /** @description Which kinds of data are held */
                                categories: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                                /**
                                 * Format: date-time
                                 * @description When the hold ends by itself; absent where it does not. ISO 8601, UTC
                                 */
                                until?: string;
                            }[];
                            /**
                             * Format: date-time
                             * @description When this certificate was issued. ISO 8601, UTC
                             */
                            issuedAt: string;
                            /** @description Its place among the certificates of the tenant, from 1 */
                            number: number;
                            /** @description What nobody here can erase, and who was told */
                            outsideOurControl: {
                                /**
                                 * Format: date-time
                                 * @description When he said so himself; absent while he has not. ISO 8601, UTC
                                 */
                                acknowledged?: string;
                                /**
                                 * Format: date-time
                                 * @description When whoever has it was told; absent where nobody can be told or nobody was. ISO 8601, UTC
                                 */
                                told?: string;
                                /** @description What it is: `mails_that_were_delivered`, or `recipient: ` and the name of an office */
                                what: string;
                            }[];
                            /** @description What was done, phase by phase */
                            phases: {
                                /** @description How many items of which kind the phase has dealt with, by the names of the data inventory */
                                counts: {
                                    [key: string]: number;
                                };
                                /**
                                 * Format: date-time
                                 * @description When it ended; absent where it has not. ISO 8601, UTC
                                 */
                                finishedAt?: string;
                                /**
                                 * @description Which phase of the deletion:
                                 *     - `access`: runs of the account are stopped, sessions, roles and API keys end
                                 *     - `assessment`: what there is gets counted
                                 *     - `personal_data`: personal data and the key that opens them are deleted
                                 *     - `business_data`: records lose whom they are about
                                 *     - `audit`: the audit loses names
                                 *     - `backups`: what backups hold is made unreadable
                                 *     - `recipients`: whoever was passed data is told
                                 *     - `verification`: somebody who did not erase looks for what is left
                                 *     - `certificate`: the certificate is issued
                                 * @enum {string}
                                 */
                                name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                                /**
                                 * Format: date-time
                                 * @description When the phase began; absent where it never did. ISO 8601, UTC
                                 */
                                startedAt?: string;
                            }[];
                            /** @description SHA-256 of the certificate before it, in hexadecimal, so that none can be taken out or exchanged; null on the first */
                            previous: string | null;
                            /**
                             * @description Under which law: `gdpr` or `pipl`
                             * @enum {string}
                             */
                            profile: "gdpr" | "pipl";
                            /**
                             * Format: date-time
                             * @description When the deletion was asked for. ISO 8601, UTC
                             */
                            requestedAt: string;
                            /** @description Id of the deletion request */
                            requestId: string;
                            /** @description What is left, and why */
                            retained: {
                                /** @description How many items */
                                count: number;
                                /** @description Why, as a code: `legal_hold`, `retention`, `accountability_without_identity` (who did what, without names) or `business_record_of_nobody` (anonymised) */
                                reason: string;
                                /**
                                 * Format: date-time
                                 * @description Until when it is kept; absent where that has no end of its own. ISO 8601, UTC
                                 */
                                until?: string;
                                /** @description What is kept, by its name in the data inventory */
                                what: string;
                            }[];
                            /**
                             * Format: date-time
                             * @description When the erasure began; absent where it never did. ISO 8601, UTC
                             */
                            startedAt?: string;
                            /** @description What became of each kind of data */
                            stores: {
                                /**
                                 * @description Kind of data:
                                 *     - `identity`: who the person is
                                 *     - `contact`: how she is reached
                                 *     - `security`: credentials, sessions and keys
                                 *     - `business`: records of the business
                                 *     - `audit`: who did what
                                 *     - `technical`: what the platform needs to work
                                 * @enum {string}
                                 */
                                category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                /** @description How many items were erased; of what is held, how many there are */
                                count: number;
                                /** @description Whether it was left out, because the law wants it kept for now */
                                held: boolean;
                                /** @description What is kept there, by its name in the data inventory */
                                kind: string;
                                /** @description The table */
                                store: string;
                                /** @description What becomes of it: `delete`; `anonymise`, it stays without whom it is about; `minimise`, it stays for accountability, without identity */
                                way: string;
                            }[];
                            /** @description Number of the certificate to which this one adds, when what was held back was erased later; absent on the first of a request */
                            supplements?: number;
                            /** @description Id of the tenant that answers for the erasure */
                            tenantId: string;
                            /** @description What was proven by somebody who did not erase */
                            verified: {
                                /**
                                 * Format: date-time
                                 * @description When it was looked for. ISO 8601, UTC
                                 */
                                at: string;
                                /** @description How much was found: 0 is what it should be */
                                residue: number;
                                /** @description What was looked for, as a code: `nothing_where_a_person_has_anything`, `no_value_of_the_person_in_what_is_left` */
                                what: string;
                            }[];
                        };
                        /** @description The certificates before this one of the same request, latest first. Absent: it is the first */
                        earlier?: {
                            /**
                             * @description How it is signed
                             * @constant
                             */
                            algorithm: "ECDSA_P256_SHA_256";
                            /** @description What is signed: its canonical JSON (RFC 8785) */
                            certificate: {
                                /**
                                 * Format: date-time
                                 * @description By when it had to be done. ISO 8601, UTC
                                 */
                                dueAt: string;
                                /** @description What is still to go by itself, and when */
                                expires: {
                                    /**
                                     * Format: date-time
                                     * @description When it is gone at the latest. ISO 8601, UTC
                                     */
                                    on: string;
                                    /** @description What goes by itself, as a code: `backups_of_the_tables`, `backups_of_the_key` */
                                    what: string;
                                }[];
                                /**
                                 * @description Name and version of this format
                                 * @constant
                                 */
                                format: "erasure-certificate/1";
                                /** @description Legal holds for which something was left out */
                                holds: {
                                    /** @description Which kinds of data are held */
                                    categories: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                                    /**
                                     * Format: date-time
                                     * @description When the hold ends by itself; absent where it does not. ISO 8601, UTC
                                     */
                                    until?: string;
                                }[];
                                /**
                                 * Format: date-time
                                 * @description When this certificate was issued. ISO 8601, UTC
                                 */
                                issuedAt: string;
                                /** @description Its place among the certificates of the tenant, from 1 */
                                number: number;
                                /** @description What nobody here can erase, and who was told */
                                outsideOurControl: {
                                    /**
                                     * Format: date-time
                                     * @description When he said so himself; absent while he has not. ISO 8601, UTC
                                     */
                                    acknowledged?: string;
                                    /**
                                     * Format: date-time
                                     * @description When whoever has it was told; absent where nobody can be told or nobody was. ISO 8601, UTC
                                     */
                                    told?: string;
                                    /** @description What it is: `mails_that_were_delivered`, or `recipient: ` and the name of an office */
                                    what: string;
                                }[];
                                /** @description What was done, phase by phase */
                                phases: {
                                    /** @description How many items of which kind the phase has dealt with, by the names of the data inventory */
                                    counts: {
                                        [key: string]: number;
                                    };
                                    /**
                                     * Format: date-time
                                     * @description When it ended; absent where it has not. ISO 8601, UTC
                                     */
                                    finishedAt?: string;
                                    /**
                                     * @description Which phase of the deletion:
                                     *     - `access`: runs of the account are stopped, sessions, roles and API keys end
                                     *     - `assessment`: what there is gets counted
                                     *     - `personal_data`: personal data and the key that opens them are deleted
                                     *     - `business_data`: records lose whom they are about
                                     *     - `audit`: the audit loses names
                                     *     - `backups`: what backups hold is made unreadable
                                     *     - `recipients`: whoever was passed data is told
                                     *     - `verification`: somebody who did not erase looks for what is left
                                     *     - `certificate`: the certificate is issued
                                     * @enum {string}
                                     */
                                    name: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                                    /**
                                     * Format: date-time
                                     * @description When the phase began; absent where it never did. ISO 8601, UTC
                                     */
                                    startedAt?: string;
                                }[];
                                /** @description SHA-256 of the certificate before it, in hexadecimal, so that none can be taken out or exchanged; null on the first */
                                previous: string | null;
                                /**
                                 * @description Under which law: `gdpr` or `pipl`
                                 * @enum {string}
                                 */
                                profile: "gdpr" | "pipl";
                                /**
                                 * Format: date-time
                                 * @description When the deletion was asked for. ISO 8601, UTC
                                 */
                                requestedAt: string;
                                /** @description Id of the deletion request */
                                requestId: string;
                                /** @description What is left, and why */
                                retained: {
                                    /** @description How many items */
                                    count: number;
                                    /** @description Why, as a code: `legal_hold`, `retention`, `accountability_without_identity` (who did what, without names) or `business_record_of_nobody` (anonymised) */
                                    reason: string;
                                    /**
                                     * Format: date-time
                                     * @description Until when it is kept; absent where that has no end of its own. ISO 8601, UTC
                                     */
                                    until?: string;
                                    /** @description What is kept, by its name in the data inventory */
                                    what: string;
                                }[];
                                /**
                                 * Format: date-time
                                 * @description When the erasure began; absent where it never did. ISO 8601, UTC
                                 */
                                startedAt?: string;
                                /** @description What became of each kind of data */
                                stores: {
                                    /**
                                     * @description Kind of data:
                                     *     - `identity`: who the person is
                                     *     - `contact`: how she is reached
                                     *     - `security`: credentials, sessions and keys
                                     *     - `business`: records of the business
                                     *     - `audit`: who did what
                                     *     - `technical`: what the platform needs to work
                                     * @enum {string}
                                     */
                                    category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                    /** @description How many items were erased; of what is held, how many there are */
                                    count: number;
                                    /** @description Whether it was left out, because the law wants it kept for now */
                                    held: boolean;
                                    /** @description What is kept there, by its name in the data inventory */
                                    kind: string;
                                    /** @description The table */
                                    store: string;
                                    /** @description What becomes of it: `delete`; `anonymise`, it stays without whom it is about; `minimise`, it stays for accountability, without identity */
                                    way: string;
                                }[];
                                /** @description Number of the certificate to which this one adds, when what was held back was erased later; absent on the first of a request */
                                supplements?: number;
                                /** @description Id of the tenant that answers for the erasure */
                                tenantId: string;
                                /** @description What was proven by somebody who did not erase */
                                verified: {
                                    /**
                                     * Format: date-time
                                     * @description When it was looked for. ISO 8601, UTC
                                     */
                                    at: string;
                                    /** @description How much was found: 0 is what it should be */
                                    residue: number;
                                    /** @description What was looked for, as a code: `nothing_where_a_person_has_anything`, `no_value_of_the_person_in_what_is_left` */
                                    what: string;
                                }[];
                            };
                            /** @description SHA-256 of that key (DER, SPKI), in hexadecimal */
                            keyFingerprint: string;
                            /** @description The key that verifies it, PEM. Before you trust it, compare its fingerprint with one that you got another way */
                            publicKey: string;
                            /** @description The signature, DER in base64 */
                            signature: string;
                        }[];
                        /** @description SHA-256 of that key (DER, SPKI), in hexadecimal */
                        keyFingerprint: string;
                        /** @description The key that verifies it, PEM. Before you trust it, compare its fingerprint with one that you got another way */
                        publicKey: string;
                        /** @description The signature, DER in base64 */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the deletion request */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why it takes longer, in your own words: the person reads them in the mail */
                    reason: string;
                    /**
                     * Format: date-time
                     * @description The new due date. ISO 8601, UTC
                     */
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
                        /**
                         * Format: date-time
                         * @description By when it must be done. ISO 8601, UTC
                         */
                        dueAt: string;
                        /**
                         * Format: date-time
                         * @description When it was completed or cancelled. Absent: neither has happened. ISO 8601, UTC
                         */
                        endedAt?: string;
                        /**
                         * Format: date-time
                         * @description When the due date was extended. Absent: it was not. ISO 8601, UTC
                         */
                        extendedAt?: string;
                        /**
                         * @description In which phase it stands still and waits for an operator. Absent: in none:
                         *     - `access`: runs of the account are stopped, sessions, roles and API keys end
                         *     - `assessment`: what there is gets counted
                         *     - `personal_data`: personal data and the key that opens them are deleted
                         *     - `business_data`: records lose whom they are about
                         *     - `audit`: the audit loses names
                         *     - `backups`: what backups hold is made unreadable
                         *     - `recipients`: whoever was passed data is told
                         *     - `verification`: somebody who did not erase looks for what is left
                         *     - `certificate`: the certificate is issued
                         * @enum {string}
                         */
                        failedPhase?: "access" | "assessment" | "personal_data" | "business_data" | "audit" | "backups" | "recipients" | "verification" | "certificate";
                        /**
                         * Format: date-time
                         * @description Until when it can be cancelled. ISO 8601, UTC
                         */
                        graceEndsAt: string;
                        /** @description Which kinds of data are kept back when all else is erased. Absent: none */
                        heldCategories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                        /**
                         * Format: date-time
                         * @description When the first hold or period for which it waits ends by itself. Absent: nothing does. ISO 8601, UTC
                         */
                        heldUntil?: string;
                        /**
                         * @description Under which law it is answered:
                         *     - `gdpr`: within one month, which can be extended to three
                         *     - `pipl`: within the working days that the tenant has set
                         * @enum {string}
                         */
                        profile: "gdpr" | "pipl";
                        /**
                         * @description On what ground, as the law counts them:
                         *     - `no_longer_necessary`: the data is not needed any more
                         *     - `consent_withdrawn`: the person has withdrawn her consent
                         *     - `objection`: she objects to the use of the data
                         *     - `unlawful_processing`: the data was used against the law
                         *     - `legal_obligation`: a law demands the erasure
                         *     - `child`: it was collected from a child
                         *     - `other`: anything else
                         * @enum {string}
                         */
                        reason: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                        /**
                         * Format: date-time
                         * @description When it was asked for. ISO 8601, UTC
                         */
                        requestedAt: string;
                        /** @description Id of the account that asked: the person’s own, or an administrator’s */
                        requestedBy: string;
                        /** @description Id of the deletion request */
                        requestId: string;
                        /**
                         * Format: date-time
                         * @description When the erasure began, from where nothing leads back. Absent: it has not. ISO 8601, UTC
                         */
                        startedAt?: string;
                        /**
                         * @description Where the deletion is:
                         *     - `GRACE_PERIOD`: it can still be cancelled, until `graceEndsAt`
                         *     - `BLOCKED_BY_HOLD`: a legal hold of everything stops it before anything is erased; it can still be cancelled
                         *     - `RUNNING`: the erasure has begun, and nothing leads back
                         *     - `PARTIALLY_ERASED`: all is erased but what the law wants kept, or a phase stands still: `failedPhase` says which
                         *     - `CANCELLED`: it was cancelled, and the account is as it was
                         *     - `COMPLETED`: all is erased and verified, and there is a certificate
                         * @enum {string}
                         */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        /** @description Id of the account that is deleted */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the deletion request */
                id: string;
                /** @description Number of the office in this request: `nth` of `recipients` */
                recipient: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How it was told, in your own words */
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
                        /**
                         * Format: date-time
                         * @description When it acknowledged. Absent: it has not. ISO 8601, UTC
                         */
                        acknowledgedAt?: string;
                        /** @description What the office is called */
                        name: string;
                        /**
                         * Format: date-time
                         * @description When the mail was given up. Absent: it was not. ISO 8601, UTC
                         */
                        notReachedAt?: string;
                        /** @description Its number in this request, from 0: `recipient` in the path */
                        nth: number;
                        /** @description How it was told then, in the words of whoever did. Absent: it was by mail */
                        reason?: string;
                        /**
                         * @description Whether the office knows:
                         *     - `TOLD`: it was told, and has not acknowledged
                         *     - `NOT_REACHED`: no mail has reached it: somebody must tell it otherwise
                         *     - `ACKNOWLEDGED`: it has said that it knows
                         * @enum {string}
                         */
                        status: "TOLD" | "NOT_REACHED" | "ACKNOWLEDGED";
                        /**
                         * Format: date-time
                         * @description When it was told. Absent: it was not. ISO 8601, UTC
                         */
                        toldAt?: string;
                        /** @description Id of the account that told it otherwise than by mail. Absent: nobody did */
                        toldBy?: string;
                    };
                };
            };
        };
    };
    "list-events": {
        parameters: {
            query: {
                /** @description Id of what the events are about */
                aggregateId: string;
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Events, newest first: one page of them */
                        items: {
                            /** @description Id of what it is about */
                            aggregateId: string;
                            /** @description Its place among the events about that, from 1 */
                            aggregateVersion: number;
                            /** @description Id of the event that set it off, or the `requestId` of the request */
                            causationId: string;
                            /** @description The same for everything that one request set off: the `requestId` of that request */
                            correlationId: string;
                            /** @description What it tells, by the schema of the event: ids and codes, nothing personal */
                            data: {
                                [key: string]: unknown;
                            };
                            /** @description Id of the event, the same in the history and on the bus */
                            eventId: string;
                            /**
                             * Format: date-time
                             * @description When it happened. ISO 8601, UTC
                             */
                            occurredAt: string;
                            /**
                             * Format: date-time
                             * @description When it was handed to the bus. Absent: not yet; that is tried until it is done. ISO 8601, UTC
                             */
                            publishedAt?: string;
                            /** @description Version of the schema of `data` */
                            schemaVersion: number;
                            /** @description Id of the tenant, such as `demo`: what people type when they log in */
                            tenantId: string;
                            /** @description Name of the event, such as `user.created` */
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
                        /** @description Which installation answers: `local`, `dev`, `staging` or `prod` */
                        stage: string;
                        /**
                         * @description Always `ok`: it answers
                         * @constant
                         */
                        status: "ok";
                        /** @description Which version runs there */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /**
                     * Format: email
                     * @description Address to invite: only with it can the link be used
                     */
                    email: string;
                    /** @description Id of a role to grant beside `member`; left out: none */
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
                        /**
                         * Format: date-time
                         * @description Until when the link can be used. ISO 8601, UTC
                         */
                        expiresAt: string;
                        /** @description Id of the invitation, by which it can be withdrawn */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the invitation, by which it can be withdrawn */
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
                        /**
                         * Format: date-time
                         * @description When the account was registered. ISO 8601, UTC
                         */
                        createdAt: string;
                        /** @description Your e-mail address */
                        email: string;
                        /** @description Whether somebody has used the link of the verification mail */
                        emailVerified: boolean;
                        /** @description How you wish to be written to */
                        preferences: {
                            /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                            emailNotifications: boolean;
                            /**
                             * @description Language of mails and texts:
                             *     - `zh-CN`: Simplified Chinese
                             *     - `en`: English
                             * @enum {string}
                             */
                            language: "zh-CN" | "en";
                            /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
                            timezone: string;
                        };
                        /** @description Who you are */
                        profile: {
                            /** @description Given name */
                            firstName: string;
                            /** @description Family name */
                            lastName: string;
                        };
                        /** @description Ids of the roles that you have at this moment */
                        roleIds: string[];
                        /** @description How you wish things to look */
                        settings: {
                            /**
                             * @description How the person prefers a side bar to start; it is kept for programs of yours:
                             *     - `expanded`: with names
                             *     - `collapsed`: with signs only
                             * @enum {string}
                             */
                            sidebar: "expanded" | "collapsed";
                            /**
                             * @description Which look the person prefers; it is kept for programs of yours:
                             *     - `light`: dark letters on a light page
                             *     - `dark`: light letters on a dark page
                             * @enum {string}
                             */
                            theme: "light" | "dark";
                        };
                        /**
                         * @description What the account is in:
                         *     - `pending_verification`: the link of the verification mail was not used yet, or the account is still being set up; nobody can log in
                         *     - `active`: in use
                         *     - `deletion_pending`: its deletion was asked for and can still be cancelled; nobody can log in
                         *     - `deleting`: it is being erased, and nothing of it is told any more
                         *     - `registration_failed`: the registration was undone; what is left of it goes by itself
                         * @enum {string}
                         */
                        status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        /** @description Id of the tenant, such as `demo`: what people type when they log in */
                        tenantId: string;
                        /** @description Id of the account */
                        userId: string;
                    };
                };
            };
        };
    };
    "list-api-keys": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Your API keys: one page of them */
                        items: {
                            /**
                             * Format: date-time
                             * @description When it was made. ISO 8601, UTC
                             */
                            createdAt: string;
                            /**
                             * Format: date-time
                             * @description When it ends by itself. Absent: when you revoke it. ISO 8601, UTC
                             */
                            expiresAt?: string;
                            /** @description Id of the API key, as `GET /me/api-keys` lists it; it is not the secret */
                            id: string;
                            /**
                             * Format: date-time
                             * @description When it was used last, to the minute. Absent: never. ISO 8601, UTC
                             */
                            lastUsedAt?: string;
                            /** @description What you have called the key */
                            name: string;
                            /** @description What the key was made for; it never may more than you may yourself */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /**
                     * Format: date-time
                     * @description When the key ends by itself; left out: when you revoke it. ISO 8601, UTC
                     */
                    expiresAt?: string;
                    /** @description What you call the key, to know it again in the list */
                    name: string;
                    /** @description What the key may do, of what you may; left out: all that you may now */
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
                        /** @description Id of the API key, as `GET /me/api-keys` lists it; it is not the secret */
                        id: string;
                        /** @description What you have called the key */
                        name: string;
                        /** @description What the program sends as `x-api-key`. It is told this once and can be read nowhere again, so keep it */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the API key, as `GET /me/api-keys` lists it; it is not the secret */
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
                        /** @description Rises with every change of what your account may do */
                        permissionEpoch: number;
                        /** @description What you may do at this moment */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                    emailNotifications?: boolean;
                    /** @description Given name */
                    firstName?: string;
                    /**
                     * @description Language of mails and texts:
                     *     - `zh-CN`: Simplified Chinese
                     *     - `en`: English
                     * @enum {string}
                     */
                    language?: "zh-CN" | "en";
                    /** @description Family name */
                    lastName?: string;
                    /**
                     * @description How the person prefers a side bar to start; it is kept for programs of yours:
                     *     - `expanded`: with names
                     *     - `collapsed`: with signs only
                     * @enum {string}
                     */
                    sidebar?: "expanded" | "collapsed";
                    /**
                     * @description Which look the person prefers; it is kept for programs of yours:
                     *     - `light`: dark letters on a light page
                     *     - `dark`: light letters on a dark page
                     * @enum {string}
                     */
                    theme?: "light" | "dark";
                    /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
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
                        /**
                         * Format: date-time
                         * @description When the account was registered. ISO 8601, UTC
                         */
                        createdAt: string;
                        /** @description Your e-mail address */
                        email: string;
                        /** @description Whether somebody has used the link of the verification mail */
                        emailVerified: boolean;
                        /** @description How you wish to be written to */
                        preferences: {
                            /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                            emailNotifications: boolean;
                            /**
                             * @description Language of mails and texts:
                             *     - `zh-CN`: Simplified Chinese
                             *     - `en`: English
                             * @enum {string}
                             */
                            language: "zh-CN" | "en";
                            /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
                            timezone: string;
                        };
                        /** @description Who you are */
                        profile: {
                            /** @description Given name */
                            firstName: string;
                            /** @description Family name */
                            lastName: string;
                        };
                        /** @description Ids of the roles that you have at this moment */
                        roleIds: string[];
                        /** @description How you wish things to look */
                        settings: {
                            /**
                             * @description How the person prefers a side bar to start; it is kept for programs of yours:
                             *     - `expanded`: with names
                             *     - `collapsed`: with signs only
                             * @enum {string}
                             */
                            sidebar: "expanded" | "collapsed";
                            /**
                             * @description Which look the person prefers; it is kept for programs of yours:
                             *     - `light`: dark letters on a light page
                             *     - `dark`: light letters on a dark page
                             * @enum {string}
                             */
                            theme: "light" | "dark";
                        };
                        /**
                         * @description What the account is in:
                         *     - `pending_verification`: the link of the verification mail was not used yet, or the account is still being set up; nobody can log in
                         *     - `active`: in use
                         *     - `deletion_pending`: its deletion was asked for and can still be cancelled; nobody can log in
                         *     - `deleting`: it is being erased, and nothing of it is told any more
                         *     - `registration_failed`: the registration was undone; what is left of it goes by itself
                         * @enum {string}
                         */
                        status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        /** @description Id of the tenant, such as `demo`: what people type when they log in */
                        tenantId: string;
                        /** @description Id of the account */
                        userId: string;
                    };
                };
            };
        };
    };
    "list-sessions": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Your sessions: one page of them */
                        items: {
                            /**
                             * Format: date-time
                             * @description When you logged in. ISO 8601, UTC
                             */
                            createdAt: string;
                            /** @description Whether this very request came with it */
                            current: boolean;
                            /**
                             * Format: date-time
                             * @description When it ends at the latest. ISO 8601, UTC
                             */
                            expiresAt: string;
                            /** @description Id of the session, as `GET /me/sessions` lists it; it is not the token */
                            id: string;
                            /**
                             * Format: date-time
                             * @description When it was used last, to the minute. ISO 8601, UTC
                             */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the session, as `GET /me/sessions` lists it; it is not the token */
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
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Records, newest first: one page of them */
                        items: {
                            /** @description How much, in a unit of your own; left out or absent: it has no amount */
                            amount?: number;
                            /**
                             * Format: date-time
                             * @description When it was written. ISO 8601, UTC
                             */
                            createdAt: string;
                            /** @description What kind of thing, as a word of the business such as `order`: nothing personal, since it is not encrypted */
                            kind: string;
                            /** @description Id of the record, given by the platform */
                            recordId: string;
                            /** @description What it is called; null where it cannot be read any more */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /** @description How much, in a unit of your own; left out or absent: it has no amount */
                    amount?: number;
                    /** @description What kind of thing, as a word of the business such as `order`: nothing personal, since it is not encrypted */
                    kind: string;
                    /** @description What it is called, on one line. It is kept encrypted under your key */
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
                        /** @description How much, in a unit of your own; left out or absent: it has no amount */
                        amount?: number;
                        /**
                         * Format: date-time
                         * @description When it was written. ISO 8601, UTC
                         */
                        createdAt: string;
                        /** @description What kind of thing, as a word of the business such as `order`: nothing personal, since it is not encrypted */
                        kind: string;
                        /** @description Id of the record, given by the platform */
                        recordId: string;
                        /** @description What it is called; null where it cannot be read any more */
                        title: string | null;
                    };
                };
            };
        };
    };
    "list-roles": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Roles: one page of them */
                        items: {
                            /** @description Whether whoever loses it is logged out */
                            forcesLogout: boolean;
                            /** @description What the role is called */
                            name: string;
                            /** @description What its holder may do */
                            permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            /** @description What somebody must hold already to be granted it */
                            requires: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            /** @description Id of the role: `member`, `administrator` and `platform_administrator` are there in every tenant, others are made with `POST /roles` */
                            roleId: string;
                            /** @description True: every tenant has it, and nobody can change it */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /** @description Whether whoever loses it is logged out; left out: no */
                    forcesLogout?: boolean;
                    /** @description What the role is called; no two roles of a tenant may look alike */
                    name: string;
                    /** @description What its holder may do */
                    permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                    /** @description What somebody must hold already to be granted it; left out: nothing */
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
                        /** @description Id of the role: `member`, `administrator` and `platform_administrator` are there in every tenant, others are made with `POST /roles` */
                        roleId: string;
                    };
                };
            };
        };
    };
    "list-tenants": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Tenants, in the order of their ids: one page of them */
                        items: {
                            /** @description What new members of the tenant begin with. Of what is left out or absent in it the platform’s value holds: `zh-CN`, `Asia/Shanghai`, notifications, `light`, `expanded` */
                            defaults: {
                                /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                                emailNotifications?: boolean;
                                /**
                                 * @description Language of mails and texts:
                                 *     - `zh-CN`: Simplified Chinese
                                 *     - `en`: English
                                 * @enum {string}
                                 */
                                language?: "zh-CN" | "en";
                                /**
                                 * @description How the person prefers a side bar to start; it is kept for programs of yours:
                                 *     - `expanded`: with names
                                 *     - `collapsed`: with signs only
                                 * @enum {string}
                                 */
                                sidebar?: "expanded" | "collapsed";
                                /**
                                 * @description Which look the person prefers; it is kept for programs of yours:
                                 *     - `light`: dark letters on a light page
                                 *     - `dark`: light letters on a dark page
                                 * @enum {string}
                                 */
                                theme?: "light" | "dark";
                                /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
                                timezone?: string;
                            };
                            /** @description What the tenant is called */
                            name: string;
                            /** @description How the tenant answers whoever wants to be erased. Of what is left out or absent in it the platform’s value holds */
                            privacy: {
                                /** @description How many seconds a person has at the least to take a deletion back. Left out or absent: 7 days */
                                minimumGracePeriodSeconds?: number;
                                /**
                                 * @description Under which law the tenant answers, which sets the due date: `gdpr` (one month, extendable to three) or `pipl` (so many working days as `workingDays` says). Left out or absent: `gdpr`
                                 * @enum {string}
                                 */
                                profile?: "gdpr" | "pipl";
                                /** @description To whom data of the people has been passed on: each is told by mail when somebody is erased. Left out or absent: nobody */
                                recipients?: {
                                    /**
                                     * Format: email
                                     * @description Address of the office, to which the mails about deletions go
                                     */
                                    email: string;
                                    /**
                                     * @description Language of those mails, `zh-CN` or `en`; left out: the tenant’s
                                     * @enum {string}
                                     */
                                    language?: "zh-CN" | "en";
                                    /** @description What the office is called; it stands in certificates, so it is nobody’s own name */
                                    name: string;
                                }[];
                                /** @description What the law wants kept although somebody is erased, one rule for a kind of data at the most. Left out or absent: nothing */
                                retention?: {
                                    /** @description By which law; the person reads it */
                                    basis: string;
                                    /**
                                     * @description Kind of data:
                                     *     - `identity`: who the person is
                                     *     - `contact`: how she is reached
                                     *     - `security`: credentials, sessions and keys
                                     *     - `business`: records of the business
                                     *     - `audit`: who did what
                                     *     - `technical`: what the platform needs to work
                                     * @enum {string}
                                     */
                                    category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                    /** @description For how many months after the erasure has begun it is kept */
                                    months: number;
                                }[];
                                /** @description Of `pipl`: in how many working days, Monday to Friday, a deletion is done. Left out or absent: 15 */
                                workingDays?: number;
                            };
                            /** @description Who may register: everybody (`open`), whoever was invited (`invitation`), or whoever has an address of one of these domains or an invitation */
                            registrationPolicy: ("open" | "invitation") | {
                                /** @description The domains, without those below them; they are kept in lower case and punycode */
                                domains: unknown[];
                            };
                            /** @description How many accounts may join. Absent: as many as come */
                            registrationQuota?: number;
                            /**
                             * @description Whether people may join:
                             *     - `open`: as the registration policy says
                             *     - `closed`: nobody registers any more; whoever has an account goes on
                             * @enum {string}
                             */
                            status: "open" | "closed";
                            /** @description Id of the tenant, such as `demo`: what people type when they log in */
                            tenantId: string;
                            /** @description True: an account becomes active without the link of the verification mail */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /** @description The first administrator */
                    admin: {
                        /**
                         * Format: email
                         * @description The e-mail address of the administrator
                         */
                        email: string;
                        /** @description Given name */
                        firstName: string;
                        /**
                         * @description Language of the mails to the administrator, `zh-CN` or `en`; left out: the tenant’s
                         * @enum {string}
                         */
                        language?: "zh-CN" | "en";
                        /** @description Family name */
                        lastName: string;
                        /**
                         * Format: password
                         * @description The password: at least 8 characters, not a common one, and not made of name, address or tenant
                         */
                        password: string;
                    };
                    /** @description What new members of the tenant begin with. Of what is left out or absent in it the platform’s value holds: `zh-CN`, `Asia/Shanghai`, notifications, `light`, `expanded` */
                    defaults?: {
                        /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                        emailNotifications?: boolean;
                        /**
                         * @description Language of mails and texts:
                         *     - `zh-CN`: Simplified Chinese
                         *     - `en`: English
                         * @enum {string}
                         */
                        language?: "zh-CN" | "en";
                        /**
                         * @description How the person prefers a side bar to start; it is kept for programs of yours:
                         *     - `expanded`: with names
                         *     - `collapsed`: with signs only
                         * @enum {string}
                         */
                        sidebar?: "expanded" | "collapsed";
                        /**
                         * @description Which look the person prefers; it is kept for programs of yours:
                         *     - `light`: dark letters on a light page
                         *     - `dark`: light letters on a dark page
                         * @enum {string}
                         */
                        theme?: "light" | "dark";
                        /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
                        timezone?: string;
                    };
                    /** @description What the tenant is called */
                    name: string;
                    /** @description How the tenant answers whoever wants to be erased. Of what is left out or absent in it the platform’s value holds */
                    privacy?: {
                        /** @description How many seconds a person has at the least to take a deletion back. Left out or absent: 7 days */
                        minimumGracePeriodSeconds?: number;
                        /**
                         * @description Under which law the tenant answers, which sets the due date: `gdpr` (one month, extendable to three) or `pipl` (so many working days as `workingDays` says). Left out or absent: `gdpr`
                         * @enum {string}
                         */
                        profile?: "gdpr" | "pipl";
                        /** @description To whom data of the people has been passed on: each is told by mail when somebody is erased. Left out or absent: nobody */
                        recipients?: {
                            /**
                             * Format: email
                             * @description Address of the office, to which the mails about deletions go
                             */
                            email: string;
                            /**
                             * @description Language of those mails, `zh-CN` or `en`; left out: the tenant’s
                             * @enum {string}
                             */
                            language?: "zh-CN" | "en";
                            /** @description What the office is called; it stands in certificates, so it is nobody’s own name */
                            name: string;
                        }[];
                        /** @description What the law wants kept although somebody is erased, one rule for a kind of data at the most. Left out or absent: nothing */
                        retention?: {
                            /** @description By which law; the person reads it */
                            basis: string;
                            /**
                             * @description Kind of data:
                             *     - `identity`: who the person is
                             *     - `contact`: how she is reached
                             *     - `security`: credentials, sessions and keys
                             *     - `business`: records of the business
                             *     - `audit`: who did what
                             *     - `technical`: what the platform needs to work
                             * @enum {string}
                             */
                            category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                            /** @description For how many months after the erasure has begun it is kept */
                            months: number;
                        }[];
                        /** @description Of `pipl`: in how many working days, Monday to Friday, a deletion is done. Left out or absent: 15 */
                        workingDays?: number;
                    };
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
                    reason?: string;
                    /** @description Who may register: everybody (`open`), whoever was invited (`invitation`), or whoever has an address of one of these domains or an invitation */
                    registrationPolicy?: ("open" | "invitation") | {
                        /** @description The domains, without those below them; they are kept in lower case and punycode */
                        domains: string[];
                    };
                    /** @description How many accounts may join, beside the first administrator */
                    registrationQuota?: number;
                    /** @description Id of the new tenant, which people type when they log in; it cannot be changed */
                    tenantId: string;
                    /** @description True: an account becomes active without the link of the verification mail */
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
                        /** @description The account of the first administrator */
                        administrator: {
                            /** @description Id of the account */
                            userId: string;
                        };
                        /** @description What new members of the tenant begin with. Of what is left out or absent in it the platform’s value holds: `zh-CN`, `Asia/Shanghai`, notifications, `light`, `expanded` */
                        defaults: {
                            /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                            emailNotifications?: boolean;
                            /**
                             * @description Language of mails and texts:
                             *     - `zh-CN`: Simplified Chinese
                             *     - `en`: English
                             * @enum {string}
                             */
                            language?: "zh-CN" | "en";
                            /**
                             * @description How the person prefers a side bar to start; it is kept for programs of yours:
                             *     - `expanded`: with names
                             *     - `collapsed`: with signs only
                             * @enum {string}
                             */
                            sidebar?: "expanded" | "collapsed";
                            /**
                             * @description Which look the person prefers; it is kept for programs of yours:
                             *     - `light`: dark letters on a light page
                             *     - `dark`: light letters on a dark page
                             * @enum {string}
                             */
                            theme?: "light" | "dark";
                            /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
                            timezone?: string;
                        };
                        /** @description What the tenant is called */
                        name: string;
                        /** @description How the tenant answers whoever wants to be erased. Of what is left out or absent in it the platform’s value holds */
                        privacy: {
                            /** @description How many seconds a person has at the least to take a deletion back. Left out or absent: 7 days */
                            minimumGracePeriodSeconds?: number;
                            /**
                             * @description Under which law the tenant answers, which sets the due date: `gdpr` (one month, extendable to three) or `pipl` (so many working days as `workingDays` says). Left out or absent: `gdpr`
                             * @enum {string}
                             */
                            profile?: "gdpr" | "pipl";
                            /** @description To whom data of the people has been passed on: each is told by mail when somebody is erased. Left out or absent: nobody */
                            recipients?: {
                                /**
                                 * Format: email
                                 * @description Address of the office, to which the mails about deletions go
                                 */
                                email: string;
                                /**
                                 * @description Language of those mails, `zh-CN` or `en`; left out: the tenant’s
                                 * @enum {string}
                                 */
                                language?: "zh-CN" | "en";
                                /** @description What the office is called; it stands in certificates, so it is nobody’s own name */
                                name: string;
                            }[];
                            /** @description What the law wants kept although somebody is erased, one rule for a kind of data at the most. Left out or absent: nothing */
                            retention?: {
                                /** @description By which law; the person reads it */
                                basis: string;
                                /**
                                 * @description Kind of data:
                                 *     - `identity`: who the person is
                                 *     - `contact`: how she is reached
                                 *     - `security`: credentials, sessions and keys
                                 *     - `business`: records of the business
                                 *     - `audit`: who did what
                                 *     - `technical`: what the platform needs to work
                                 * @enum {string}
                                 */
                                category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                /** @description For how many months after the erasure has begun it is kept */
                                months: number;
                            }[];
                            /** @description Of `pipl`: in how many working days, Monday to Friday, a deletion is done. Left out or absent: 15 */
                            workingDays?: number;
                        };
                        /** @description Who may register: everybody (`open`), whoever was invited (`invitation`), or whoever has an address of one of these domains or an invitation */
                        registrationPolicy: ("open" | "invitation") | {
                            /** @description The domains, without those below them; they are kept in lower case and punycode */
                            domains: unknown[];
                        };
                        /** @description How many accounts may join. Absent: as many as come */
                        registrationQuota?: number;
                        /**
                         * @description Whether people may join:
                         *     - `open`: as the registration policy says
                         *     - `closed`: nobody registers any more; whoever has an account goes on
                         * @enum {string}
                         */
                        status: "open" | "closed";
                        /** @description Id of the tenant, such as `demo`: what people type when they log in */
                        tenantId: string;
                        /** @description True: an account becomes active without the link of the verification mail */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the tenant, such as `demo`: what people type when they log in */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What new members of the tenant begin with. Of what is left out or absent in it the platform’s value holds: `zh-CN`, `Asia/Shanghai`, notifications, `light`, `expanded` */
                    defaults?: {
                        /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                        emailNotifications?: boolean;
                        /**
                         * @description Language of mails and texts:
                         *     - `zh-CN`: Simplified Chinese
                         *     - `en`: English
                         * @enum {string}
                         */
                        language?: "zh-CN" | "en";
                        /**
                         * @description How the person prefers a side bar to start; it is kept for programs of yours:
                         *     - `expanded`: with names
                         *     - `collapsed`: with signs only
                         * @enum {string}
                         */
                        sidebar?: "expanded" | "collapsed";
                        /**
                         * @description Which look the person prefers; it is kept for programs of yours:
                         *     - `light`: dark letters on a light page
                         *     - `dark`: light letters on a dark page
                         * @enum {string}
                         */
                        theme?: "light" | "dark";
                        /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
                        timezone?: string;
                    };
                    /** @description What the tenant is called */
                    name?: string;
                    /** @description How the tenant answers whoever wants to be erased. Of what is left out or absent in it the platform’s value holds */
                    privacy?: {
                        /** @description How many seconds a person has at the least to take a deletion back. Left out or absent: 7 days */
                        minimumGracePeriodSeconds?: number;
                        /**
                         * @description Under which law the tenant answers, which sets the due date: `gdpr` (one month, extendable to three) or `pipl` (so many working days as `workingDays` says). Left out or absent: `gdpr`
                         * @enum {string}
                         */
                        profile?: "gdpr" | "pipl";
                        /** @description To whom data of the people has been passed on: each is told by mail when somebody is erased. Left out or absent: nobody */
                        recipients?: {
                            /**
                             * Format: email
                             * @description Address of the office, to which the mails about deletions go
                             */
                            email: string;
                            /**
                             * @description Language of those mails, `zh-CN` or `en`; left out: the tenant’s
                             * @enum {string}
                             */
                            language?: "zh-CN" | "en";
                            /** @description What the office is called; it stands in certificates, so it is nobody’s own name */
                            name: string;
                        }[];
                        /** @description What the law wants kept although somebody is erased, one rule for a kind of data at the most. Left out or absent: nothing */
                        retention?: {
                            /** @description By which law; the person reads it */
                            basis: string;
                            /**
                             * @description Kind of data:
                             *     - `identity`: who the person is
                             *     - `contact`: how she is reached
                             *     - `security`: credentials, sessions and keys
                             *     - `business`: records of the business
                             *     - `audit`: who did what
                             *     - `technical`: what the platform needs to work
                             * @enum {string}
                             */
                            category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                            /** @description For how many months after the erasure has begun it is kept */
                            months: number;
                        }[];
                        /** @description Of `pipl`: in how many working days, Monday to Friday, a deletion is done. Left out or absent: 15 */
                        workingDays?: number;
                    };
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
                    reason?: string;
                    /** @description Who may register: everybody (`open`), whoever was invited (`invitation`), or whoever has an address of one of these domains or an invitation */
                    registrationPolicy?: ("open" | "invitation") | {
                        /** @description The domains, without those below them; they are kept in lower case and punycode */
                        domains: string[];
                    };
                    /** @description How many accounts may join from now on; null: as many as come */
                    registrationQuota?: number | null;
                    /**
                     * @description Whether people may join:
                     *     - `open`: as the registration policy says
                     *     - `closed`: nobody registers any more; whoever has an account goes on
                     * @enum {string}
                     */
                    status?: "open" | "closed";
                    /** @description True: an account becomes active without the link of the verification mail */
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
                        /** @description What new members of the tenant begin with. Of what is left out or absent in it the platform’s value holds: `zh-CN`, `Asia/Shanghai`, notifications, `light`, `expanded` */
                        defaults: {
                            /** @description Whether the person wants notifications by mail; it is kept for programs of yours. Mails about the account itself come in any case */
                            emailNotifications?: boolean;
                            /**
                             * @description Language of mails and texts:
                             *     - `zh-CN`: Simplified Chinese
                             *     - `en`: English
                             * @enum {string}
                             */
                            language?: "zh-CN" | "en";
                            /**
                             * @description How the person prefers a side bar to start; it is kept for programs of yours:
                             *     - `expanded`: with names
                             *     - `collapsed`: with signs only
                             * @enum {string}
                             */
                            sidebar?: "expanded" | "collapsed";
                            /**
                             * @description Which look the person prefers; it is kept for programs of yours:
                             *     - `light`: dark letters on a light page
                             *     - `dark`: light letters on a dark page
                             * @enum {string}
                             */
                            theme?: "light" | "dark";
                            /** @description Time zone by its name in the time zone database, such as `Asia/Shanghai` */
                            timezone?: string;
                        };
                        /** @description What the tenant is called */
                        name: string;
                        /** @description How the tenant answers whoever wants to be erased. Of what is left out or absent in it the platform’s value holds */
                        privacy: {
                            /** @description How many seconds a person has at the least to take a deletion back. Left out or absent: 7 days */
                            minimumGracePeriodSeconds?: number;
                            /**
                             * @description Under which law the tenant answers, which sets the due date: `gdpr` (one month, extendable to three) or `pipl` (so many working days as `workingDays` says). Left out or absent: `gdpr`
                             * @enum {string}
                             */
                            profile?: "gdpr" | "pipl";
                            /** @description To whom data of the people has been passed on: each is told by mail when somebody is erased. Left out or absent: nobody */
                            recipients?: {
                                /**
                                 * Format: email
                                 * @description Address of the office, to which the mails about deletions go
                                 */
                                email: string;
                                /**
                                 * @description Language of those mails, `zh-CN` or `en`; left out: the tenant’s
                                 * @enum {string}
                                 */
                                language?: "zh-CN" | "en";
                                /** @description What the office is called; it stands in certificates, so it is nobody’s own name */
                                name: string;
                            }[];
                            /** @description What the law wants kept although somebody is erased, one rule for a kind of data at the most. Left out or absent: nothing */
                            retention?: {
                                /** @description By which law; the person reads it */
                                basis: string;
                                /**
                                 * @description Kind of data:
                                 *     - `identity`: who the person is
                                 *     - `contact`: how she is reached
                                 *     - `security`: credentials, sessions and keys
                                 *     - `business`: records of the business
                                 *     - `audit`: who did what
                                 *     - `technical`: what the platform needs to work
                                 * @enum {string}
                                 */
                                category: "identity" | "contact" | "security" | "business" | "audit" | "technical";
                                /** @description For how many months after the erasure has begun it is kept */
                                months: number;
                            }[];
                            /** @description Of `pipl`: in how many working days, Monday to Friday, a deletion is done. Left out or absent: 15 */
                            workingDays?: number;
                        };
                        /** @description Who may register: everybody (`open`), whoever was invited (`invitation`), or whoever has an address of one of these domains or an invitation */
                        registrationPolicy: ("open" | "invitation") | {
                            /** @description The domains, without those below them; they are kept in lower case and punycode */
                            domains: unknown[];
                        };
                        /** @description How many accounts may join. Absent: as many as come */
                        registrationQuota?: number;
                        /**
                         * @description Whether people may join:
                         *     - `open`: as the registration policy says
                         *     - `closed`: nobody registers any more; whoever has an account goes on
                         * @enum {string}
                         */
                        status: "open" | "closed";
                        /** @description Id of the tenant, such as `demo`: what people type when they log in */
                        tenantId: string;
                        /** @description True: an account becomes active without the link of the verification mail */
                        verificationWaived: boolean;
                    };
                };
            };
        };
    };
    "get-timeline": {
        parameters: {
            query: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /** @description Id of what it is about: an account, or whatever else stands in the audit */
                subject: string;
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description What happened, newest first: one page of them */
                        items: {
                            /** @description What was done, as a code such as `role.assigned`. Absent: nobody did it */
                            action?: string;
                            /** @description Who did it: id of an account, or `system`. Absent: nobody did it */
                            actor?: string;
                            /**
                             * Format: date-time
                             * @description When it happened. ISO 8601, UTC
                             */
                            at: string;
                            /** @description Id of the event. Absent: it is none */
                            eventId?: string;
                            /**
                             * @description What it is:
                             *     - `run_ended`: a run has ended
                             *     - `event`: something happened
                             *     - `audit`: somebody did something
                             *     - `run_started`: a run has begun
                             * @enum {string}
                             */
                            kind: "run_ended" | "event" | "audit" | "run_started";
                            /** @description Why, in the words of whoever did. Absent: he gave none */
                            reason?: string;
                            /** @description Id of the run that began or ended, or that did it. Absent: it is about none */
                            runId?: string;
                            /**
                             * @description As what the run has ended. Absent: it is no end of a run:
                             *     - `RUNNING`: its steps are being worked on
                             *     - `WAITING`: it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself
                             *     - `COMPLETED`: ended, every step is done
                             *     - `COMPLETED_WITH_WARNINGS`: ended, every required step is done; a best-effort step failed and waits for an operator
                             *     - `COMPENSATING`: what its steps had done is being undone, since a required one failed or somebody stopped it
                             *     - `COMPENSATED`: ended, everything it had done was undone
                             *     - `COMPENSATION_FAILED`: something could not be undone; it waits for an operator
                             *     - `TIMED_OUT`: its deadline has passed; within a minute it is undone or parked by itself
                             *     - `PARKED`: a required step failed for good; it waits for an operator
                             *     - `FENCED`: ended without an effect: it gave way to another run that owns the account
                             *     - `CANCELLED`: ended because somebody called it off
                             * @enum {string}
                             */
                            status?: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            /** @description A sentence in the language of `Accept-Language`; of an event its name */
                            title: string;
                            /** @description Of a run its process, of an event its name. Absent: it is neither */
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
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description People, newest first: one page of them */
                        items: {
                            /**
                             * Format: date-time
                             * @description When the account was registered. ISO 8601, UTC
                             */
                            createdAt: string;
                            /** @description E-mail address; null where it cannot be read any more, because the person is being erased */
                            email: string | null;
                            /** @description Whether somebody has used the link of the verification mail */
                            emailVerified: boolean;
                            /** @description Given name; null where it cannot be read any more, because the person is being erased */
                            firstName: string | null;
                            /** @description Family name; null where it cannot be read any more, because the person is being erased */
                            lastName: string | null;
                            /** @description Ids of the roles that the person has at this moment */
                            roles: string[];
                            /**
                             * @description What the account is in:
                             *     - `pending_verification`: the link of the verification mail was not used yet, or the account is still being set up; nobody can log in
                             *     - `active`: in use
                             *     - `deletion_pending`: its deletion was asked for and can still be cancelled; nobody can log in
                             *     - `deleting`: it is being erased, and nothing of it is told any more
                             *     - `registration_failed`: the registration was undone; what is left of it goes by itself
                             * @enum {string}
                             */
                            status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                            /** @description True: mails to the address have come back, or its owner has called them spam. Absent: nothing of the kind is known */
                            undeliverable?: boolean;
                            /** @description Id of the account */
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
                /** @description Id of the account */
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
                        /**
                         * Format: date-time
                         * @description When the account was registered. ISO 8601, UTC
                         */
                        createdAt: string;
                        /** @description E-mail address; null where it cannot be read any more, because the person is being erased */
                        email: string | null;
                        /** @description Whether somebody has used the link of the verification mail */
                        emailVerified: boolean;
                        /** @description Given name; null where it cannot be read any more, because the person is being erased */
                        firstName: string | null;
                        /** @description Family name; null where it cannot be read any more, because the person is being erased */
                        lastName: string | null;
                        /** @description Ids of the roles that the person has at this moment */
                        roles: string[];
                        /**
                         * @description What the account is in:
                         *     - `pending_verification`: the link of the verification mail was not used yet, or the account is still being set up; nobody can log in
                         *     - `active`: in use
                         *     - `deletion_pending`: its deletion was asked for and can still be cancelled; nobody can log in
                         *     - `deleting`: it is being erased, and nothing of it is told any more
                         *     - `registration_failed`: the registration was undone; what is left of it goes by itself
                         * @enum {string}
                         */
                        status: "pending_verification" | "active" | "deletion_pending" | "deleting" | "registration_failed";
                        /** @description True: mails to the address have come back, or its owner has called them spam. Absent: nothing of the kind is known */
                        undeliverable?: boolean;
                        /** @description Id of the account */
                        userId: string;
                    };
                };
            };
        };
    };
    "list-activity": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the account */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description What was done, newest first: one page of them */
                        items: {
                            /** @description What was done: `role.assigned`, `role.revoked`, or `role.assignment_withdrawn` where a grant was undone */
                            action: string;
                            /** @description Who did it: id of an account, or `system` */
                            actor: string;
                            /**
                             * Format: date-time
                             * @description When it was done. ISO 8601, UTC
                             */
                            at: string;
                            /** @description Id of the event that it follows from */
                            cause: string;
                            /** @description Id of the role. Absent: it is about none */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the account */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description How many seconds it can be cancelled, not less than the tenant wants; left out: 7 days, or what the tenant and the due date allow */
                    gracePeriodSeconds?: number;
                    /**
                     * @description On what ground, as the law counts them; left out: `reason` where that is one of these words, else `other`:
                     *     - `no_longer_necessary`: the data is not needed any more
                     *     - `consent_withdrawn`: the person has withdrawn her consent
                     *     - `objection`: she objects to the use of the data
                     *     - `unlawful_processing`: the data was used against the law
                     *     - `legal_obligation`: a law demands the erasure
                     *     - `child`: it was collected from a child
                     *     - `other`: anything else
                     * @enum {string}
                     */
                    ground?: "no_longer_necessary" | "consent_withdrawn" | "objection" | "unlawful_processing" | "legal_obligation" | "child" | "other";
                    /**
                     * Format: password
                     * @description Your password once more, to delete your own account; left out: only to delete somebody else’s
                     */
                    password?: string;
                    /** @description Why, in your own words. It is kept encrypted under a key of the person, and goes with it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description A deletion was asked for before: this is that one, without its receipt code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description By when it must be done. ISO 8601, UTC
                         */
                        dueAt: string;
                        /**
                         * Format: date-time
                         * @description Until when it can be cancelled. ISO 8601, UTC
                         */
                        graceEndsAt: string;
                        /** @description With it the person asks how far it is, and cancels it, when she has no account any more: as `?receiptCode=`. It is told this once, to her alone. Absent where somebody else asked: then she has it by mail */
                        receiptCode?: string;
                        /** @description Id of the deletion request */
                        requestId: string;
                        /**
                         * @description Where the deletion is:
                         *     - `GRACE_PERIOD`: it can still be cancelled, until `graceEndsAt`
                         *     - `BLOCKED_BY_HOLD`: a legal hold of everything stops it before anything is erased; it can still be cancelled
                         *     - `RUNNING`: the erasure has begun, and nothing leads back
                         *     - `PARTIALLY_ERASED`: all is erased but what the law wants kept, or a phase stands still: `failedPhase` says which
                         *     - `CANCELLED`: it was cancelled, and the account is as it was
                         *     - `COMPLETED`: all is erased and verified, and there is a certificate
                         * @enum {string}
                         */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        /** @description Where to ask how far it is */
                        statusUrl: string;
                    };
                };
            };
            /** @description It was accepted. Access has ended, and the rest happens behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description By when it must be done. ISO 8601, UTC
                         */
                        dueAt: string;
                        /**
                         * Format: date-time
                         * @description Until when it can be cancelled. ISO 8601, UTC
                         */
                        graceEndsAt: string;
                        /** @description With it the person asks how far it is, and cancels it, when she has no account any more: as `?receiptCode=`. It is told this once, to her alone. Absent where somebody else asked: then she has it by mail */
                        receiptCode?: string;
                        /** @description Id of the deletion request */
                        requestId: string;
                        /**
                         * @description Where the deletion is:
                         *     - `GRACE_PERIOD`: it can still be cancelled, until `graceEndsAt`
                         *     - `BLOCKED_BY_HOLD`: a legal hold of everything stops it before anything is erased; it can still be cancelled
                         *     - `RUNNING`: the erasure has begun, and nothing leads back
                         *     - `PARTIALLY_ERASED`: all is erased but what the law wants kept, or a phase stands still: `failedPhase` says which
                         *     - `CANCELLED`: it was cancelled, and the account is as it was
                         *     - `COMPLETED`: all is erased and verified, and there is a certificate
                         * @enum {string}
                         */
                        status: "GRACE_PERIOD" | "BLOCKED_BY_HOLD" | "RUNNING" | "PARTIALLY_ERASED" | "CANCELLED" | "COMPLETED";
                        /** @description Where to ask how far it is */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the account */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: email
                     * @description The right e-mail address
                     */
                    email: string;
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
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
                        /** @description Id of the event, the same in the history and on the bus */
                        eventId: string;
                        /**
                         * @description The account waits for the link of the new mail
                         * @constant
                         */
                        status: "pending_verification";
                        /** @description Id of the account */
                        userId: string;
                    };
                };
            };
        };
    };
    "get-hold": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the account */
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
                        /** @description What you may do with it now */
                        allowedActions: ("place_hold" | "release_hold")[];
                        /** @description The hold; null where nothing is held back */
                        hold: {
                            /** @description On what ground, in the words of whoever placed it; the person reads it */
                            basis: string;
                            /** @description Which kinds of data it holds back. Absent: all of them */
                            categories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                            /** @description Id of the legal hold */
                            holdId: string;
                            /**
                             * Format: date-time
                             * @description When it was placed. ISO 8601, UTC
                             */
                            placedAt: string;
                            /** @description Id of the account that placed it */
                            placedBy: string;
                            /**
                             * Format: date-time
                             * @description When it ends by itself. Absent: when somebody releases it. ISO 8601, UTC
                             */
                            until?: string;
                        } | null;
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the account */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description On what ground, in your own words: the person may read them */
                    basis: string;
                    /** @description Which kinds of data to hold back; left out: all of them */
                    categories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                    /**
                     * Format: date-time
                     * @description When it ends by itself; left out: when somebody releases it. ISO 8601, UTC
                     */
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
                        /** @description On what ground, in the words of whoever placed it; the person reads it */
                        basis: string;
                        /** @description Which kinds of data it holds back. Absent: all of them */
                        categories?: ("identity" | "contact" | "security" | "business" | "audit" | "technical")[];
                        /** @description Id of the legal hold */
                        holdId: string;
                        /**
                         * Format: date-time
                         * @description When it was placed. ISO 8601, UTC
                         */
                        placedAt: string;
                        /** @description Id of the account that placed it */
                        placedBy: string;
                        /**
                         * Format: date-time
                         * @description When it ends by itself. Absent: when somebody releases it. ISO 8601, UTC
                         */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the account */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
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
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Id of the account */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Roles that the person has: one page of them */
                        items: {
                            /**
                             * Format: date-time
                             * @description When it ends by itself. Absent: when somebody takes it away. ISO 8601, UTC
                             */
                            expiresAt?: string;
                            /**
                             * Format: date-time
                             * @description When it was granted. ISO 8601, UTC
                             */
                            grantedAt: string;
                            /** @description Id of the account that granted it, or `system` */
                            grantedBy: string;
                            /** @description What the role is called */
                            name: string;
                            /** @description What it gives */
                            permissions: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                            /** @description Id of the role: `member`, `administrator` and `platform_administrator` are there in every tenant, others are made with `POST /roles` */
                            roleId: string;
                            /** @description Rises each time it is granted or taken away */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the account */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends by itself; left out: when somebody takes it away. ISO 8601, UTC
                     */
                    expiresAt?: string;
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
                    reason?: string;
                    /** @description Id of the role: `member`, `administrator` and `platform_administrator` are there in every tenant, others are made with `POST /roles` */
                    roleId: string;
                };
            };
        };
        responses: {
            /** @description It counts at once. The run behind it checks, tells and logs */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the event, the same in the history and on the bus */
                        eventId: string;
                        /** @description The run behind it, which tells how far it is. Right after the answer it may still be `not-found` */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the account */
                id: string;
                /** @description Id of the role: `member`, `administrator` and `platform_administrator` are there in every tenant, others are made with `POST /roles` */
                roleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It counts at once. The run behind it checks, tells and logs */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the event, the same in the history and on the bus */
                        eventId: string;
                        /** @description The run behind it, which tells how far it is. Right after the answer it may still be `not-found` */
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
                /** @description Id of the account */
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
                        /** @description What a clean-up would take out */
                        orphans: ("records:read" | "records:write" | "users:read" | "users:manage" | "users:delete" | "roles:read" | "roles:manage" | "workflows:read" | "workflows:manage" | "audit:read" | "tenants:manage")[];
                        /** @description Rises with every change of what the account may do */
                        permissionEpoch: number;
                        /** @description What it would leave, because roles give it */
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
                        /** @description The processes, all on one page */
                        items: {
                            /** @description Names of what follows the undos */
                            afterCompensation: string[];
                            /** @description The state machine of its compensation; null where nothing of it is undone */
                            compensationArn: string | null;
                            /** @description As it was deployed; `GET /workflows/{type}/config` tells what holds now */
                            config: {
                                /** @description By which the delay is multiplied with every further try */
                                backoffRate: number;
                                /** @description Whether a run that fails is undone */
                                compensationEnabled: boolean;
                                /** @description Name of the queue to which goes what is given up */
                                deadLetterQueue: string;
                                /** @description Whether steps of a stage may be done at the same time */
                                parallelTasks: boolean;
                                /**
                                 * @description How urgent the process is: what is more urgent is taken up again first:
                                 *     - `low`: nobody waits for it
                                 *     - `medium`: somebody waits for its effects
                                 *     - `high`: somebody waits for it right now, so its alarms call an operator at any hour
                                 * @enum {string}
                                 */
                                priority: "low" | "medium" | "high";
                                /** @description How often a step is tried again by itself */
                                retryAttempts: number;
                                /** @description Milliseconds before the first of these tries */
                                retryDelay: number;
                                /** @description Milliseconds that a run may take; of a process that may take long, how long it may go without progress */
                                timeout: number;
                            };
                            /**
                             * Format: date-time
                             * @description When that was changed last; null before any change. ISO 8601, UTC
                             */
                            configChangedAt: string | null;
                            /** @description Version of its configuration */
                            configVersion: number;
                            /** @description Address of the queue to which goes what is given up */
                            deadLetterQueueUrl: string;
                            /** @description The process as a Mermaid flowchart */
                            diagram: string;
                            /** @description False: the process is paused for your tenant, and its events wait */
                            enabled: boolean;
                            /** @description True: nothing of it is ever undone, and a step that fails for good waits for an operator */
                            forwardOnly: boolean;
                            /** @description What the process is called */
                            name: string;
                            /** @description Its state machine, as AWS names it */
                            stateMachineArn: string;
                            /** @description Its steps, in their order */
                            steps: {
                                /** @description Name of the undo that takes back what it did; null where nothing does */
                                compensation: string | null;
                                /**
                                 * @description What becomes of the run if the step fails for good:
                                 *     - `required`: the run is undone or parked
                                 *     - `best effort`: the run completes with warnings, and the step waits for an operator
                                 * @enum {string}
                                 */
                                criticality: "required" | "best effort";
                                /** @description Name of the step from which on all is done again, if this one finds that it has to be. Absent: it never does */
                                leadsBackTo?: string;
                                /** @description Why nothing does. Absent: something does */
                                nothingToUndo?: string;
                                /** @description It is done only where an earlier step decided so. Absent: always */
                                onlyIf?: {
                                    /** @description Name of the step that decides */
                                    step: string;
                                    /** @description What that step must have decided */
                                    verdict: string;
                                };
                                /**
                                 * @description How the steps of the stage are done:
                                 *     - `parallel`: at the same time
                                 *     - `sequential`: one after another
                                 * @enum {string}
                                 */
                                order: "parallel" | "sequential";
                                /** @description Name of the stage that it belongs to; stages follow one another */
                                stage: string;
                                /** @description Name of the step */
                                step: string;
                            }[];
                            /** @description Name of the event on which it starts */
                            trigger: string;
                            /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                            type: string;
                            /** @description Names of the undos of a compensation, in their order */
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
                /** @description What holds for every tenant that has not set otherwise, for whoever administers the platform: anybody else who asks for it is refused. Left out: your own tenant */
                scope?: "platform";
            };
            header?: never;
            path: {
                /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
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
                        /** @description Which of these values can be changed here: `enabled`, `compensationEnabled`, `deadline`, `bestEffort`; the others are changed by a deployment */
                        changeable: ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        /**
                         * Format: date-time
                         * @description When that was; null before any change. ISO 8601, UTC
                         */
                        changedAt: string | null;
                        /** @description Id of the account that changed it last, or `platform` where that was for every tenant; null before any change */
                        changedBy: string | null;
                        /** @description What of it holds where nobody has set anything */
                        defaults: {
                            /** @description A switch for each best-effort step, by its name; false skips the step */
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                            compensationEnabled: boolean;
                            /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                            deadline: number;
                            /** @description False pauses the process: its events wait, and none is lost */
                            enabled: boolean;
                        };
                        /** @description What these values mean where it may surprise: a sentence each, in the language of `Accept-Language` */
                        notes: string[];
                        /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                        type: string;
                        /** @description What holds now for runs to come. Runs that have begun keep what held then */
                        values: {
                            /** @description By which the delay is multiplied with every further try */
                            backoffRate: number;
                            /** @description A switch for each best-effort step, by its name; false skips the step */
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                            compensationEnabled: boolean;
                            /** @description Name of the queue to which goes what is given up */
                            deadLetterQueue: string;
                            /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                            deadline: number;
                            /** @description False pauses the process: its events wait, and none is lost */
                            enabled: boolean;
                            /** @description Whether steps of a stage may be done at the same time */
                            parallelTasks: boolean;
                            /**
                             * @description How urgent the process is: what is more urgent is taken up again first:
                             *     - `low`: nobody waits for it
                             *     - `medium`: somebody waits for its effects
                             *     - `high`: somebody waits for it right now, so its alarms call an operator at any hour
                             * @enum {string}
                             */
                            priority: "low" | "medium" | "high";
                            /** @description How often a step is tried again by itself */
                            retryAttempts: number;
                            /** @description Milliseconds before the first of these tries */
                            retryDelay: number;
                            /** @description Milliseconds that a run may take; of a process that may take long, how long it may go without progress */
                            timeout: number;
                        };
                        /** @description Rises with every change, from 1; send it along with the next one */
                        version: number;
                    };
                };
            };
        };
    };
    "change-config": {
        parameters: {
            query?: {
                /** @description What holds for every tenant that has not set otherwise, for whoever administers the platform: anybody else who asks for it is refused. Left out: your own tenant */
                scope?: "platform";
            };
            header?: {
                /**
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
                    reason?: string;
                    /** @description What shall hold; what is left out stays as it is. What cannot be changed here may be sent along as it is, so a whole answer can be sent back */
                    values: {
                        /** @description By which the delay is multiplied with every further try */
                        backoffRate?: number;
                        /** @description A switch for each best-effort step, by its name; false skips the step */
                        bestEffort?: {
                            [key: string]: boolean;
                        };
                        /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                        compensationEnabled?: boolean;
                        /** @description Name of the queue to which goes what is given up */
                        deadLetterQueue?: string;
                        /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                        deadline?: number;
                        /** @description False pauses the process: its events wait, and none is lost */
                        enabled?: boolean;
                        /** @description Whether steps of a stage may be done at the same time */
                        parallelTasks?: boolean;
                        /**
                         * @description How urgent the process is: what is more urgent is taken up again first:
                         *     - `low`: nobody waits for it
                         *     - `medium`: somebody waits for its effects
                         *     - `high`: somebody waits for it right now, so its alarms call an operator at any hour
                         * @enum {string}
                         */
                        priority?: "low" | "medium" | "high";
                        /** @description How often a step is tried again by itself */
                        retryAttempts?: number;
                        /** @description Milliseconds before the first of these tries */
                        retryDelay?: number;
                        /** @description Milliseconds that a run may take; of a process that may take long, how long it may go without progress */
                        timeout?: number;
                    };
                    /** @description The `version` on which you decided. If somebody has changed it meanwhile you get `stale-version`, and nothing is changed */
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
                        /** @description Which of these values can be changed here: `enabled`, `compensationEnabled`, `deadline`, `bestEffort`; the others are changed by a deployment */
                        changeable: ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        /**
                         * Format: date-time
                         * @description When that was; null before any change. ISO 8601, UTC
                         */
                        changedAt: string | null;
                        /** @description Id of the account that changed it last, or `platform` where that was for every tenant; null before any change */
                        changedBy: string | null;
                        /** @description What of it holds where nobody has set anything */
                        defaults: {
                            /** @description A switch for each best-effort step, by its name; false skips the step */
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                            compensationEnabled: boolean;
                            /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                            deadline: number;
                            /** @description False pauses the process: its events wait, and none is lost */
                            enabled: boolean;
                        };
                        /** @description What these values mean where it may surprise: a sentence each, in the language of `Accept-Language` */
                        notes: string[];
                        /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                        type: string;
                        /** @description What holds now for runs to come. Runs that have begun keep what held then */
                        values: {
                            /** @description By which the delay is multiplied with every further try */
                            backoffRate: number;
                            /** @description A switch for each best-effort step, by its name; false skips the step */
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                            compensationEnabled: boolean;
                            /** @description Name of the queue to which goes what is given up */
                            deadLetterQueue: string;
                            /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                            deadline: number;
                            /** @description False pauses the process: its events wait, and none is lost */
                            enabled: boolean;
                            /** @description Whether steps of a stage may be done at the same time */
                            parallelTasks: boolean;
                            /**
                             * @description How urgent the process is: what is more urgent is taken up again first:
                             *     - `low`: nobody waits for it
                             *     - `medium`: somebody waits for its effects
                             *     - `high`: somebody waits for it right now, so its alarms call an operator at any hour
                             * @enum {string}
                             */
                            priority: "low" | "medium" | "high";
                            /** @description How often a step is tried again by itself */
                            retryAttempts: number;
                            /** @description Milliseconds before the first of these tries */
                            retryDelay: number;
                            /** @description Milliseconds that a run may take; of a process that may take long, how long it may go without progress */
                            timeout: number;
                        };
                        /** @description Rises with every change, from 1; send it along with the next one */
                        version: number;
                    };
                };
            };
        };
    };
    "check-config": {
        parameters: {
            query?: {
                /** @description What holds for every tenant that has not set otherwise, for whoever administers the platform: anybody else who asks for it is refused. Left out: your own tenant */
                scope?: "platform";
            };
            header?: never;
            path: {
                /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The values to try, as a change has them; what is left out stays as it is */
                    values: {
                        [key: string]: unknown;
                    };
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
                        /** @description Whether any one step may use up its retries within the time of a run. Absent: the values are none */
                        arithmetic?: {
                            /** @description Whether the first fits into the second */
                            fits: boolean;
                            /** @description How that time comes about, as a sum */
                            sum: string;
                            /** @description How long the step may take at the most that uses up its retries, in milliseconds */
                            takes: number;
                            /** @description How long a run may take, in milliseconds */
                            timeout: number;
                        };
                        /** @description Why it would be refused; empty where it would be taken */
                        errors: {
                            /** @description What is wrong with it, for a program */
                            code: string;
                            /** @description The same in a sentence, in the language of `Accept-Language` */
                            detail: string;
                            /** @description Which value is wrong, as a JSON pointer into the body of the change */
                            pointer: string;
                        }[];
                        /** @description Whether a change to these values would be taken */
                        valid: boolean;
                    };
                };
            };
        };
    };
    "config-history": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /** @description What holds for every tenant that has not set otherwise, for whoever administers the platform: anybody else who asks for it is refused. Left out: your own tenant */
                scope?: "platform";
            };
            header?: never;
            path: {
                /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Changes, newest first: one page of them */
                        items: {
                            /** @description What it changed, as it was then; what is absent was not changed */
                            after: {
                                /** @description A switch for each best-effort step, by its name; false skips the step */
                                bestEffort?: {
                                    [key: string]: boolean;
                                };
                                /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                                compensationEnabled?: boolean;
                                /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                                deadline?: number;
                                /** @description False pauses the process: its events wait, and none is lost */
                                enabled?: boolean;
                            };
                            /** @description What it changed, as it was; what is absent was not changed */
                            before: {
                                /** @description A switch for each best-effort step, by its name; false skips the step */
                                bestEffort?: {
                                    [key: string]: boolean;
                                };
                                /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                                compensationEnabled?: boolean;
                                /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                                deadline?: number;
                                /** @description False pauses the process: its events wait, and none is lost */
                                enabled?: boolean;
                            };
                            /**
                             * Format: date-time
                             * @description When it was made. ISO 8601, UTC
                             */
                            changedAt: string;
                            /** @description Id of the account that made it, or `platform` */
                            changedBy: string;
                            /** @description Why, in the words of whoever did. Absent: he gave none */
                            reason?: string;
                            /** @description What held after it */
                            values: {
                                /** @description A switch for each best-effort step, by its name; false skips the step */
                                bestEffort: {
                                    [key: string]: boolean;
                                };
                                /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                                compensationEnabled: boolean;
                                /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                                deadline: number;
                                /** @description False pauses the process: its events wait, and none is lost */
                                enabled: boolean;
                            };
                            /** @description Its number, from 2: 1 is the process as it was deployed */
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
                /** @description What holds for every tenant that has not set otherwise, for whoever administers the platform: anybody else who asks for it is refused. Left out: your own tenant */
                scope?: "platform";
            };
            header?: {
                /**
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
                    reason: string;
                    /** @description The version to go back to; 1 is the process as it was deployed */
                    toVersion: number;
                    /** @description The `version` on which you decided. If somebody has changed it meanwhile you get `stale-version`, and nothing is changed */
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
                        /** @description Which of these values can be changed here: `enabled`, `compensationEnabled`, `deadline`, `bestEffort`; the others are changed by a deployment */
                        changeable: ("enabled" | "compensationEnabled" | "deadline" | "bestEffort")[];
                        /**
                         * Format: date-time
                         * @description When that was; null before any change. ISO 8601, UTC
                         */
                        changedAt: string | null;
                        /** @description Id of the account that changed it last, or `platform` where that was for every tenant; null before any change */
                        changedBy: string | null;
                        /** @description What of it holds where nobody has set anything */
                        defaults: {
                            /** @description A switch for each best-effort step, by its name; false skips the step */
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                            compensationEnabled: boolean;
                            /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                            deadline: number;
                            /** @description False pauses the process: its events wait, and none is lost */
                            enabled: boolean;
                        };
                        /** @description What these values mean where it may surprise: a sentence each, in the language of `Accept-Language` */
                        notes: string[];
                        /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                        type: string;
                        /** @description What holds now for runs to come. Runs that have begun keep what held then */
                        values: {
                            /** @description By which the delay is multiplied with every further try */
                            backoffRate: number;
                            /** @description A switch for each best-effort step, by its name; false skips the step */
                            bestEffort: {
                                [key: string]: boolean;
                            };
                            /** @description True: a run of which a required step fails for good is undone. False: it is parked and waits for an operator */
                            compensationEnabled: boolean;
                            /** @description Name of the queue to which goes what is given up */
                            deadLetterQueue: string;
                            /** @description Milliseconds that a run may take before the platform steps in and has it undone or parked */
                            deadline: number;
                            /** @description False pauses the process: its events wait, and none is lost */
                            enabled: boolean;
                            /** @description Whether steps of a stage may be done at the same time */
                            parallelTasks: boolean;
                            /**
                             * @description How urgent the process is: what is more urgent is taken up again first:
                             *     - `low`: nobody waits for it
                             *     - `medium`: somebody waits for its effects
                             *     - `high`: somebody waits for it right now, so its alarms call an operator at any hour
                             * @enum {string}
                             */
                            priority: "low" | "medium" | "high";
                            /** @description How often a step is tried again by itself */
                            retryAttempts: number;
                            /** @description Milliseconds before the first of these tries */
                            retryDelay: number;
                            /** @description Milliseconds that a run may take; of a process that may take long, how long it may go without progress */
                            timeout: number;
                        };
                        /** @description Rises with every change, from 1; send it along with the next one */
                        version: number;
                    };
                };
            };
        };
    };
    "start-bulk-retry": {
        parameters: {
            query?: {
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
            };
            header?: {
                /**
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /** @description True: only say what it would take up. False: do it */
                    dryRun: boolean;
                    /** @description Only what this error, by its name, was given up for; left out or absent: whatever the error */
                    errorClass?: string;
                    /**
                     * @description How many runs it takes up in a minute, so that what they all need is not overrun; left out: 60
                     * @default 60
                     */
                    perMinute?: number;
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
                    reason: string;
                    /**
                     * @description Only runs in this status; left out or absent: in any of them:
                     *     - `PARKED`: a required step failed for good
                     *     - `COMPENSATION_FAILED`: something could not be undone
                     *     - `COMPLETED_WITH_WARNINGS`: a best-effort step is parked
                     * @enum {string}
                     */
                    status?: "PARKED" | "COMPENSATION_FAILED" | "COMPLETED_WITH_WARNINGS";
                    /** @description Only runs of this process; left out or absent: of every process */
                    type?: string;
                };
            };
        };
        responses: {
            /** @description With `dryRun`: what it would take up. Nothing was done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many runs it takes up: those that can be taken up now, 1000 at the most */
                        count: number;
                        /** @description The first 100 of them, in the order in which they would be taken up */
                        items: {
                            /** @description Why it waits: a sentence in the language of `Accept-Language` */
                            cause: string;
                            /** @description Name of its error; absent where none is known */
                            errorClass?: string;
                            /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                            runId: string;
                            /**
                             * Format: date-time
                             * @description When the run began. ISO 8601, UTC
                             */
                            startedAt: string;
                            /**
                             * @description Where the run is:
                             *     - `RUNNING`: its steps are being worked on
                             *     - `WAITING`: it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself
                             *     - `COMPLETED`: ended, every step is done
                             *     - `COMPLETED_WITH_WARNINGS`: ended, every required step is done; a best-effort step failed and waits for an operator
                             *     - `COMPENSATING`: what its steps had done is being undone, since a required one failed or somebody stopped it
                             *     - `COMPENSATED`: ended, everything it had done was undone
                             *     - `COMPENSATION_FAILED`: something could not be undone; it waits for an operator
                             *     - `TIMED_OUT`: its deadline has passed; within a minute it is undone or parked by itself
                             *     - `PARKED`: a required step failed for good; it waits for an operator
                             *     - `FENCED`: ended without an effect: it gave way to another run that owns the account
                             *     - `CANCELLED`: ended because somebody called it off
                             * @enum {string}
                             */
                            status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            /** @description The step that failed; absent where no single step did */
                            step?: string;
                            /** @description Id of the account that the run is about */
                            subject: string;
                            /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                            type: string;
                        }[];
                        /** @description Whether there are more than that; start another one for them afterwards */
                        more: boolean;
                    };
                };
            };
            /** @description Without `dryRun`: it was begun, and goes on behind the answer */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the bulk retry */
                        batchId: string;
                        /** @description How many runs it takes up: those that can be taken up now, 1000 at the most */
                        count: number;
                        /** @description Whether there are more than that; start another one for them afterwards */
                        more: boolean;
                        /** @description Where to ask how far it is */
                        statusUrl: string;
                    };
                };
            };
        };
    };
    "get-bulk-retry": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
            };
            header?: never;
            path: {
                /** @description Id of the bulk retry */
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
                        /** @description Id of the bulk retry */
                        batchId: string;
                        /** @description Id of the account that started it */
                        by: string;
                        /** @description How many runs it takes up: those that can be taken up now, 1000 at the most */
                        count: number;
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /**
                         * Format: date-time
                         * @description When it ended; absent while it goes on. ISO 8601, UTC
                         */
                        finishedAt?: string;
                        /** @description Every run and what became of it: one page of them */
                        items: {
                            /**
                             * Format: date-time
                             * @description When that was; absent while it is queued. ISO 8601, UTC
                             */
                            at?: string;
                            /** @description Why it came to that: a sentence in the language of `Accept-Language`. Absent where that is plain */
                            detail?: string;
                            /** @description Name of its error; absent where none is known */
                            errorClass?: string;
                            /**
                             * @description What became of the run:
                             *     - `QUEUED`: its turn has not come
                             *     - `TAKEN`: it is being taken up
                             *     - `RETRIED`: it was taken up again; the run itself says how it goes on
                             *     - `NOT_POSSIBLE`: it could not be taken up any more
                             *     - `FAILED`: taking it up failed
                             *     - `STOPPED`: it was never tried, because all was stopped
                             * @enum {string}
                             */
                            result: "QUEUED" | "TAKEN" | "RETRIED" | "NOT_POSSIBLE" | "FAILED" | "STOPPED";
                            /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                            runId: string;
                            /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                            type: string;
                        }[];
                        /**
                         * Format: date-time
                         * @description When the next runs are taken up; absent once it has ended. ISO 8601, UTC
                         */
                        nextPortionAt?: string;
                        /** @description How many runs it takes up in a minute */
                        perMinute: number;
                        /** @description Why it was started, in the words of whoever did */
                        reason: string;
                        /** @description By what the runs were chosen */
                        selected: {
                            /** @description Only what this error, by its name, was given up for; left out or absent: whatever the error */
                            errorClass?: string;
                            /**
                             * @description Only runs in this status; left out or absent: in any of them:
                             *     - `PARKED`: a required step failed for good
                             *     - `COMPENSATION_FAILED`: something could not be undone
                             *     - `COMPLETED_WITH_WARNINGS`: a best-effort step is parked
                             * @enum {string}
                             */
                            status?: "PARKED" | "COMPENSATION_FAILED" | "COMPLETED_WITH_WARNINGS";
                            /** @description Only runs of this process; left out or absent: of every process */
                            type?: string;
                        };
                        /**
                         * Format: date-time
                         * @description When it was started. ISO 8601, UTC
                         */
                        startedAt: string;
                        /**
                         * @description Where the bulk retry is:
                         *     - `PREPARING`: the list of runs is being written
                         *     - `RUNNING`: runs are being taken up
                         *     - `DONE`: all were tried
                         *     - `STOPPED`: somebody stopped it
                         * @enum {string}
                         */
                        status: "PREPARING" | "RUNNING" | "DONE" | "STOPPED";
                        /** @description Id of the account that stopped it; absent where nobody did */
                        stoppedBy?: string;
                        /** @description Why, in his words; absent where nobody stopped it */
                        stopReason?: string;
                        /** @description How many runs have come to which result */
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
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
            };
            header?: {
                /**
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the bulk retry */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is being stopped: read it again for what became of its runs */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the bulk retry */
                        batchId: string;
                        /**
                         * @description Where the bulk retry is:
                         *     - `PREPARING`: the list of runs is being written
                         *     - `RUNNING`: runs are being taken up
                         *     - `DONE`: all were tried
                         *     - `STOPPED`: somebody stopped it
                         * @enum {string}
                         */
                        status: "PREPARING" | "RUNNING" | "DONE" | "STOPPED";
                    };
                };
            };
        };
    };
    "list-dead-letters": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description Only what this error, by its name, was given up for; left out: whatever the error */
                errorClass?: string;
                /**
                 * @description Only those of this kind; left out: of any:
                 *     - `failed_run`: a run of which a required step failed for good, or which could not be undone
                 *     - `parked_step`: a best-effort step of a run that has completed
                 *     - `poison_event`: an event that cannot be read and so was not published
                 *     - `undelivered_event`: an event that no run has taken; it is published again every minute
                 *     - `failed_call`: a call in the background; the next round makes up for it
                 *     - `foreign_failure`: a failure of which another system told on the bus; nothing was undone for it
                 */
                kind?: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /** @description Which come first: `newest` or `oldest`; left out: `newest` */
                order?: "newest" | "oldest";
                /**
                 * @description Only those in this status; left out: all that are not settled:
                 *     - `OPEN`: it waits for somebody
                 *     - `REDRIVING`: it is being tried again
                 *     - `RESOLVED`: it is settled: `resolution` says how
                 */
                status?: "OPEN" | "REDRIVING" | "RESOLVED";
                /** @description Only what this step, or function in the background, by its name, was given up for; left out: whatever the step */
                step?: string;
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
                /** @description Only those of this process; left out: of every process */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Dead letters: one page of them */
                        items: {
                            /** @description Why it is here: a sentence in the language of `Accept-Language` */
                            cause: string;
                            /** @description Name of the error. Absent: none is known */
                            errorClass?: string;
                            /** @description Id of its event. Absent: it has none, or that cannot be read */
                            eventId?: string;
                            /** @description Id of the dead letter, by which it is redriven or given up */
                            id: string;
                            /**
                             * @description What was given up:
                             *     - `failed_run`: a run of which a required step failed for good, or which could not be undone
                             *     - `parked_step`: a best-effort step of a run that has completed
                             *     - `poison_event`: an event that cannot be read and so was not published
                             *     - `undelivered_event`: an event that no run has taken; it is published again every minute
                             *     - `failed_call`: a call in the background; the next round makes up for it
                             *     - `foreign_failure`: a failure of which another system told on the bus; nothing was undone for it
                             * @enum {string}
                             */
                            kind: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                            /** @description True: that account is about to be erased, is being erased or is gone, so nothing of it may be tried again */
                            locked: boolean;
                            /** @description Why, in the words of whoever did. Absent: he gave none, or it is open */
                            reason?: string;
                            /** @description Whether it can be redriven now */
                            redrivable: boolean;
                            /** @description What a redrive would do now: a sentence in the language of `Accept-Language` */
                            redrive: string;
                            /** @description How it was settled: `retried`, `redriven`, `skipped`, `delivered` or `given up`. Absent: it was not */
                            resolution?: string;
                            /**
                             * Format: date-time
                             * @description When it was settled. Absent: it was not. ISO 8601, UTC
                             */
                            resolvedAt?: string;
                            /** @description Id of the account that settled it, or `system`. Absent: it was not settled */
                            resolvedBy?: string;
                            /** @description Id of its run. Absent: it has none */
                            runId?: string;
                            /**
                             * Format: date-time
                             * @description Since when it waits. ISO 8601, UTC
                             */
                            since: string;
                            /** @description Which other system told of it. Absent: none did */
                            source?: string;
                            /**
                             * @description Where it is:
                             *     - `OPEN`: it waits for somebody
                             *     - `REDRIVING`: it is being tried again
                             *     - `RESOLVED`: it is settled: `resolution` says how
                             * @enum {string}
                             */
                            status: "OPEN" | "REDRIVING" | "RESOLVED";
                            /** @description The step that failed. Absent: no single one did */
                            step?: string;
                            /** @description Id of the account that it is about. Absent: it is about none, or that is not known */
                            subject?: string;
                            /** @description Id of the tenant, such as `demo`: what people type when they log in */
                            tenantId: string;
                            /** @description Its process. Absent: it has none */
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
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
            };
            header?: {
                /**
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the dead letter, by which it is redriven or given up */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
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
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
            };
            header?: {
                /**
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the dead letter, by which it is redriven or given up */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words; left out: no reason is kept. It is kept in the audit, so name nobody in it */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description It is being tried again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the dead letter, by which it is redriven or given up */
                        id: string;
                        /** @description Id of the run that goes on: `GET /workflows/runs/{runId}` tells how. Absent: an event was published again */
                        runId?: string;
                    };
                };
            };
        };
    };
    overview: {
        parameters: {
            query?: {
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
                /** @description When your day began, by which what is due today is told from what is late; ISO 8601, UTC. Left out: the day of UTC */
                today?: string;
                /**
                 * @description Over which time; left out: `24h`:
                 *     - `1h`: the last hour
                 *     - `24h`: the last day
                 *     - `7d`: the last seven days
                 */
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
                        /**
                         * Format: date-time
                         * @description When it was counted. ISO 8601, UTC
                         */
                        at: string;
                        /** @description What most of what waits died of: five causes at the most, the most frequent first */
                        causes: {
                            /** @description How many died of it and wait */
                            count: number;
                            /** @description What leads to them, as parameters of `GET /workflows/dead-letters` */
                            filter: {
                                /** @description Name of its error. Absent: none is known */
                                errorClass?: string;
                                /**
                                 * @description What was given up:
                                 *     - `failed_run`: a run of which a required step failed for good, or which could not be undone
                                 *     - `parked_step`: a best-effort step of a run that has completed
                                 *     - `poison_event`: an event that cannot be read and so was not published
                                 *     - `undelivered_event`: an event that no run has taken; it is published again every minute
                                 *     - `failed_call`: a call in the background; the next round makes up for it
                                 *     - `foreign_failure`: a failure of which another system told on the bus; nothing was undone for it
                                 * @enum {string}
                                 */
                                kind: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                                /** @description The step that failed. Absent: no single one did */
                                step?: string;
                                /** @description Their process. Absent: they have none */
                                type?: string;
                            };
                            /**
                             * Format: date-time
                             * @description Since when the first of them waits. ISO 8601, UTC
                             */
                            since: string;
                            /** @description What happened: a sentence in the language of `Accept-Language` */
                            text: string;
                        }[];
                        /** @description Whether everything is accounted for, over all time: what was accepted has ended or goes on */
                        conservation: {
                            /** @description How many runs were ever accepted */
                            accepted: number;
                            /** @description How many of them have ended */
                            ended: number;
                            /** @description What is missing from the sum: 0, unless something was lost */
                            gap: number;
                            /** @description How many of them go on */
                            inFlight: number;
                        };
                        /** @description What waits for a person, whenever it began */
                        needsPerson: {
                            /** @description Runs that could not be undone */
                            compensationFailed: {
                                /** @description How many were counted */
                                count: number;
                                /** @description True: there are more than were counted */
                                more: boolean;
                            };
                            /** @description Everything that was given up and waits, these among it */
                            deadLetters: {
                                /** @description How many were counted */
                                count: number;
                                /** @description True: there are more than were counted */
                                more: boolean;
                            };
                            /** @description Deletions that are due within seven days, today’s among them */
                            deletionsDueSoon: {
                                /** @description How many were counted */
                                count: number;
                                /** @description True: there are more than were counted */
                                more: boolean;
                            };
                            /** @description Deletions whose due date has passed */
                            deletionsOverdue: {
                                /** @description How many were counted */
                                count: number;
                                /** @description True: there are more than were counted */
                                more: boolean;
                            };
                            /** @description Runs of which a required step failed for good */
                            parkedRuns: {
                                /** @description How many were counted */
                                count: number;
                                /** @description True: there are more than were counted */
                                more: boolean;
                            };
                            /** @description Best-effort steps that failed for good */
                            parkedSteps: {
                                /** @description How many were counted */
                                count: number;
                                /** @description True: there are more than were counted */
                                more: boolean;
                            };
                        };
                        /** @description What has waited for a person the longest; null where nothing waits */
                        oldest: {
                            /** @description Id of the dead letter, by which it is redriven or given up */
                            deadLetterId: string;
                            /**
                             * @description What was given up:
                             *     - `failed_run`: a run of which a required step failed for good, or which could not be undone
                             *     - `parked_step`: a best-effort step of a run that has completed
                             *     - `poison_event`: an event that cannot be read and so was not published
                             *     - `undelivered_event`: an event that no run has taken; it is published again every minute
                             *     - `failed_call`: a call in the background; the next round makes up for it
                             *     - `foreign_failure`: a failure of which another system told on the bus; nothing was undone for it
                             * @enum {string}
                             */
                            kind: "failed_run" | "parked_step" | "poison_event" | "undelivered_event" | "failed_call" | "foreign_failure";
                            /** @description Id of its run. Absent: it has none */
                            runId?: string;
                            /**
                             * Format: date-time
                             * @description Since when it waits. ISO 8601, UTC
                             */
                            since: string;
                            /** @description Why: a sentence in the language of `Accept-Language` */
                            text: string;
                            /** @description Its process. Absent: it has none */
                            type?: string;
                        } | null;
                        /** @description How each process fares */
                        processes: {
                            /** @description How long these took on average, in milliseconds; null where nothing has completed */
                            averageDuration: number | null;
                            /** @description How many of these gave way to another run or were cancelled */
                            calledOff: number;
                            /** @description How many of these were undone */
                            compensated: number;
                            /** @description How many of these have completed */
                            completed: number;
                            /** @description How many of these have completed with a step that failed */
                            completedWithWarnings: number;
                            /** @description False: the process is paused for the tenant, and its events wait */
                            enabled: boolean;
                            /** @description How many of these failed and wait for an operator */
                            failed: number;
                            /** @description How many runs go on at this moment, whenever they began */
                            inFlight: number;
                            /** @description What the process is called */
                            name: string;
                            /** @description How many runs wait for an operator at this moment */
                            needsPerson: number;
                            /** @description Half of the runs took no longer than this, in milliseconds; null where nothing has completed */
                            p50: number | null;
                            /** @description 95 of 100 runs took no longer than this, in milliseconds; null where nothing has completed */
                            p95: number | null;
                            /** @description 99 of 100 runs took no longer than this, in milliseconds; null where nothing has completed */
                            p99: number | null;
                            /**
                             * @description How urgent the process is: what is more urgent is taken up again first:
                             *     - `low`: nobody waits for it
                             *     - `medium`: somebody waits for its effects
                             *     - `high`: somebody waits for it right now, so its alarms call an operator at any hour
                             * @enum {string}
                             */
                            priority: "low" | "medium" | "high";
                            /** @description How many of them try a step again */
                            retrying: {
                                /** @description How many were counted */
                                count: number;
                                /** @description True: there are more than were counted */
                                more: boolean;
                            };
                            /** @description For a chart: by column, a value for every one of `slots`, of the runs that began in it */
                            series: {
                                /** @description How many of them were undone */
                                compensated: number[];
                                /** @description How many of them have completed */
                                completed: number[];
                                /** @description How many of them have completed with a step that failed */
                                completedWithWarnings: number[];
                                /** @description How many of them failed and wait for an operator */
                                failed: number[];
                                /** @description How many of them go on still */
                                inFlight: number[];
                                /** @description Half of them took no longer than this, in milliseconds; null where nothing has completed */
                                p50: (number | null)[];
                                /** @description 95 of 100 of them took no longer than this, in milliseconds; null where nothing has completed */
                                p95: (number | null)[];
                                /** @description How many runs began in the slot */
                                started: number[];
                            };
                            /** @description How many runs began within the window */
                            started: number;
                            /** @description How its steps fared, by their names */
                            tasks: {
                                [key: string]: {
                                    /** @description How long it took on average, in milliseconds; null where nothing has completed */
                                    averageDuration: number | null;
                                    /** @description How often it failed for good */
                                    failed: number;
                                    /** @description How often it was tried again by itself */
                                    retried: number;
                                    /** @description How often the step was begun */
                                    started: number;
                                    /** @description How often it was done */
                                    succeeded: number;
                                    /** @description How much of what was started was done, 0 to 1; null where nothing was started */
                                    successRate: number | null;
                                };
                            };
                            /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                            type: string;
                        }[];
                        /** @description The reconciler, which comes every minute and brings on what has stopped; null where it was never here */
                        reconciler: {
                            /** @description How many seconds the run that was due first had waited for it */
                            lagSeconds: number;
                            /**
                             * Format: date-time
                             * @description When it was here last. ISO 8601, UTC
                             */
                            lastPassAt: string;
                            /** @description How many runs it looked at */
                            looked: number;
                            /** @description How many of them it brought on */
                            repaired: number;
                            /** @description True: it has missed three passes, so an operator must look why */
                            silent: boolean;
                        } | null;
                        /** @description For a chart: by column, a value for every one of `slots`, of the runs that began in it */
                        series: {
                            /** @description How many of them were undone */
                            compensated: number[];
                            /** @description How many of them have completed */
                            completed: number[];
                            /** @description How many of them have completed with a step that failed */
                            completedWithWarnings: number[];
                            /** @description How many of them failed and wait for an operator */
                            failed: number[];
                            /** @description How many of them go on still */
                            inFlight: number[];
                            /** @description Half of them took no longer than this, in milliseconds; null where nothing has completed */
                            p50: (number | null)[];
                            /** @description 95 of 100 of them took no longer than this, in milliseconds; null where nothing has completed */
                            p95: (number | null)[];
                            /** @description How many runs began in the slot */
                            started: number[];
                        };
                        /** @description When each slot of time begins, oldest first: five minutes each for `1h`, an hour each otherwise. ISO 8601, UTC */
                        slots: string[];
                        /**
                         * @description Over which time:
                         *     - `1h`: the last hour
                         *     - `24h`: the last day
                         *     - `7d`: the last seven days
                         * @enum {string}
                         */
                        window: "1h" | "24h" | "7d";
                    };
                };
            };
        };
    };
    "list-runs": {
        parameters: {
            query?: {
                /** @description The `cursor` of the page before; left out: the first page. It belongs to this list with these filters */
                cursor?: string;
                /** @description Only what this error, by its name, was given up for; left out: whatever the error */
                errorClass?: string;
                /** @description Only runs that came to where they are from this time on: for what has ended, when it ended; left out: from the beginning. ISO 8601, UTC */
                from?: string;
                /** @description How many items a page has at the most; left out: 100. A page may hold fewer and still have one behind it */
                limit?: number;
                /** @description Which come first: `newest` or `oldest`; left out: `newest` */
                order?: "newest" | "oldest";
                /** @description Only runs in this status, such as `PARKED`, or in several with commas between them; left out: in any */
                status?: string;
                /** @description Only what this step, or function in the background, by its name, was given up for; left out: whatever the step */
                step?: string;
                /** @description Only runs about the account with this id; left out: about any */
                subject?: string;
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
                /** @description The same up to this time; left out: up to now. ISO 8601, UTC */
                to?: string;
                /** @description Only runs of this process; left out: of every process */
                type?: string;
                /**
                 * @description Only what is looked for; left out: all:
                 *     - `needs_a_person`: what waits for an operator
                 *     - `not_progressing`: what waits, tries again or stands still
                 *     - `in_flight`: what goes on without a person
                 *     - `failed`: what failed
                 */
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
                        /** @description Hand it in as `cursor` for the next page. Absent on the last page */
                        cursor?: string;
                        /** @description Runs: one page of them */
                        items: {
                            /** @description Rises each time somebody takes it up again, from 1 */
                            attempt: number;
                            /** @description Why it is where it is: a sentence in the language of `Accept-Language` */
                            cause: string;
                            /**
                             * Format: date-time
                             * @description Since when it has been in its status. ISO 8601, UTC
                             */
                            changedAt: string;
                            /** @description Version of the configuration that holds for it: the one of its beginning */
                            configVersion: number;
                            /** @description What is being worked on at this moment; empty where nothing is */
                            current: {
                                /** @description Which try it is, from 1 */
                                attempt: number;
                                /** @description Of what the last try died. Absent: none has failed */
                                error?: {
                                    /** @description What went wrong, without personal data. Absent: only the name is known */
                                    message?: string;
                                    /** @description Name of the error, by which causes are grouped */
                                    name: string;
                                };
                                /** @description How many tries it has before it is given up */
                                of: number;
                                /** @description True: the last try failed, and another one comes by itself */
                                retrying: boolean;
                                /** @description Name of the step, or in a compensation of the undo */
                                step: string;
                            }[];
                            /** @description How long it took, in milliseconds; null while it goes on or has not begun */
                            duration: number | null;
                            /** @description Name of the error of that step. Absent: none is known */
                            errorClass?: string;
                            /** @description Id of the event on which it began */
                            eventId: string;
                            /** @description The execution of the state machine, as AWS names it. Absent: there is none yet */
                            executionArn?: string;
                            /** @description Name of the step for which it is where it is. Absent: no single step is */
                            failedStep?: string;
                            /**
                             * Format: date-time
                             * @description When it ended. Absent: it has not. ISO 8601, UTC
                             */
                            finishedAt?: string;
                            /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                            runId: string;
                            /**
                             * Format: date-time
                             * @description When it began. ISO 8601, UTC
                             */
                            startedAt: string;
                            /**
                             * @description Where the run is:
                             *     - `RUNNING`: its steps are being worked on
                             *     - `WAITING`: it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself
                             *     - `COMPLETED`: ended, every step is done
                             *     - `COMPLETED_WITH_WARNINGS`: ended, every required step is done; a best-effort step failed and waits for an operator
                             *     - `COMPENSATING`: what its steps had done is being undone, since a required one failed or somebody stopped it
                             *     - `COMPENSATED`: ended, everything it had done was undone
                             *     - `COMPENSATION_FAILED`: something could not be undone; it waits for an operator
                             *     - `TIMED_OUT`: its deadline has passed; within a minute it is undone or parked by itself
                             *     - `PARKED`: a required step failed for good; it waits for an operator
                             *     - `FENCED`: ended without an effect: it gave way to another run that owns the account
                             *     - `CANCELLED`: ended because somebody called it off
                             * @enum {string}
                             */
                            status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                            /** @description Id of the account that the run is about */
                            subject: string;
                            /** @description Id of the tenant, such as `demo`: what people type when they log in */
                            tenantId: string;
                            /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
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
                /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
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
                        /** @description Every action there is, also those that are not possible now, and why */
                        actions: {
                            /**
                             * @description What may be done with a run:
                             *     - `retry`: `POST …/retry`
                             *     - `stop`: `POST …/stop`
                             *     - `skip`: `POST …/compensation/{step}/skip`, for an undo that failed
                             * @enum {string}
                             */
                            action: "retry" | "stop" | "skip";
                            /** @description Whether you may do it now */
                            allowed: boolean;
                            /**
                             * @description Why not, as a code. Absent: you may:
                             *     - `not permitted`: you lack `workflows:manage`
                             *     - `nothing failed`: there is nothing to retry
                             *     - `has ended`: the run has ended
                             *     - `cannot be stopped`: a deletion that has begun goes forward only
                             *     - `undo goes on`: wait until it is undone
                             *     - `nothing to skip`: no undo has failed
                             * @enum {string}
                             */
                            obstacle?: "not permitted" | "nothing failed" | "has ended" | "cannot be stopped" | "undo goes on" | "nothing to skip";
                            /** @description The same as a sentence in the language of `Accept-Language`. Absent: you may */
                            reason?: string;
                        }[];
                        /** @description What follows the undos of a compensation; empty where the run is not undone */
                        afterCompensation: {
                            /** @description How often it was tried; 0: never */
                            attempts: number;
                            /** @description Of what the last try died. Absent: of nothing */
                            error?: {
                                /** @description What went wrong, without personal data. Absent: only the name is known */
                                message?: string;
                                /** @description Name of the error, by which causes are grouped */
                                name: string;
                            };
                            /**
                             * Format: date-time
                             * @description When it ended. Absent: it has not. ISO 8601, UTC
                             */
                            finishedAt?: string;
                            /** @description Why it was left out, in the words of whoever did. Absent: it was not, or nobody said why */
                            skippedBecause?: string;
                            /**
                             * Format: date-time
                             * @description When it was tried first. Absent: it was not. ISO 8601, UTC
                             */
                            startedAt?: string;
                            /**
                             * @description Where the undo is:
                             *     - `STARTED`: it is being tried
                             *     - `DONE`: its effect is there
                             *     - `FAILED`: it failed for good
                             *     - `PARKED`: it failed for good and waits for an operator
                             *     - `SKIPPED`: somebody, or the configuration, left it out
                             *     - `NOT_STARTED`: it was not reached, or was not needed
                             * @enum {string}
                             */
                            status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED";
                            /** @description Name of the undo */
                            step: string;
                            /** @description Each try, oldest first */
                            tries: {
                                /** @description Name of the error that it died of. Absent: of none */
                                error?: string;
                                /**
                                 * Format: date-time
                                 * @description When it ended. Absent: it goes on, or was cut off. ISO 8601, UTC
                                 */
                                finishedAt?: string;
                                /**
                                 * Format: date-time
                                 * @description When the try began. ISO 8601, UTC
                                 */
                                startedAt: string;
                            }[];
                        }[];
                        /** @description What you may do with it now */
                        allowedActions: ("retry" | "stop" | "skip")[];
                        /** @description Rises each time somebody takes it up again, from 1 */
                        attempt: number;
                        /** @description Why it is where it is: a sentence in the language of `Accept-Language` */
                        cause: string;
                        /**
                         * Format: date-time
                         * @description Since when it has been in its status. ISO 8601, UTC
                         */
                        changedAt: string;
                        /** @description The execution of its compensation in the console of AWS; null where there is none */
                        compensationUrl: string | null;
                        /** @description Version of the configuration that holds for it: the one of its beginning */
                        configVersion: number;
                        /** @description The same for everything that one request set off: the `requestId` of that request */
                        correlationId: string;
                        /** @description What is being worked on at this moment; empty where nothing is */
                        current: {
                            /** @description Which try it is, from 1 */
                            attempt: number;
                            /** @description Of what the last try died. Absent: none has failed */
                            error?: {
                                /** @description What went wrong, without personal data. Absent: only the name is known */
                                message?: string;
                                /** @description Name of the error, by which causes are grouped */
                                name: string;
                            };
                            /** @description How many tries it has before it is given up */
                            of: number;
                            /** @description True: the last try failed, and another one comes by itself */
                            retrying: boolean;
                            /** @description Name of the step, or in a compensation of the undo */
                            step: string;
                        }[];
                        /** @description How long it took, in milliseconds; null while it goes on or has not begun */
                        duration: number | null;
                        /** @description Name of the error of that step. Absent: none is known */
                        errorClass?: string;
                        /** @description Id of the event on which it began */
                        eventId: string;
                        /** @description What was published on its behalf, oldest first */
                        events: {
                            /** @description Id of the event that set it off. Absent: it is not known */
                            causationId?: string;
                            /** @description Id of the event, the same in the history and on the bus */
                            eventId: string;
                            /**
                             * Format: date-time
                             * @description When it happened. ISO 8601, UTC
                             */
                            occurredAt: string;
                            /** @description Name of the event, such as `user.activated` */
                            type: string;
                        }[];
                        /** @description The execution of the state machine, as AWS names it. Absent: there is none yet */
                        executionArn?: string;
                        /** @description The execution in the console of AWS; null where there is none */
                        executionUrl: string | null;
                        /** @description Name of the step for which it is where it is. Absent: no single step is */
                        failedStep?: string;
                        /**
                         * Format: date-time
                         * @description When it ended. Absent: it has not. ISO 8601, UTC
                         */
                        finishedAt?: string;
                        /** @description Whether there are more events than these */
                        moreEvents: boolean;
                        /** @description What happens then, and when: a sentence in the language of `Accept-Language` */
                        next: string;
                        /**
                         * Format: date-time
                         * @description When at the latest something happens by itself; null where nothing does. ISO 8601, UTC
                         */
                        nextAt: string | null;
                        /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                        runId: string;
                        /**
                         * Format: date-time
                         * @description When it began. ISO 8601, UTC
                         */
                        startedAt: string;
                        /**
                         * @description Where the run is:
                         *     - `RUNNING`: its steps are being worked on
                         *     - `WAITING`: it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself
                         *     - `COMPLETED`: ended, every step is done
                         *     - `COMPLETED_WITH_WARNINGS`: ended, every required step is done; a best-effort step failed and waits for an operator
                         *     - `COMPENSATING`: what its steps had done is being undone, since a required one failed or somebody stopped it
                         *     - `COMPENSATED`: ended, everything it had done was undone
                         *     - `COMPENSATION_FAILED`: something could not be undone; it waits for an operator
                         *     - `TIMED_OUT`: its deadline has passed; within a minute it is undone or parked by itself
                         *     - `PARKED`: a required step failed for good; it waits for an operator
                         *     - `FENCED`: ended without an effect: it gave way to another run that owns the account
                         *     - `CANCELLED`: ended because somebody called it off
                         * @enum {string}
                         */
                        status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                        /** @description Every step of the process in its order, also those that were not reached */
                        steps: {
                            /** @description How often it was tried; 0: never */
                            attempts: number;
                            /** @description What undoes it. Absent: it was not begun, or the run is not undone */
                            compensation?: {
                                /** @description How often it was tried; 0: never */
                                attempts: number;
                                /** @description Of what the last try died. Absent: of nothing */
                                error?: {
                                    /** @description What went wrong, without personal data. Absent: only the name is known */
                                    message?: string;
                                    /** @description Name of the error, by which causes are grouped */
                                    name: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description When it ended. Absent: it has not. ISO 8601, UTC
                                 */
                                finishedAt?: string;
                                /** @description Why it was left out, in the words of whoever did. Absent: it was not, or nobody said why */
                                skippedBecause?: string;
                                /**
                                 * Format: date-time
                                 * @description When it was tried first. Absent: it was not. ISO 8601, UTC
                                 */
                                startedAt?: string;
                                /**
                                 * @description Where the undo is:
                                 *     - `STARTED`: it is being tried
                                 *     - `DONE`: its effect is there
                                 *     - `FAILED`: it failed for good
                                 *     - `PARKED`: it failed for good and waits for an operator
                                 *     - `SKIPPED`: somebody, or the configuration, left it out
                                 *     - `NOT_STARTED`: it was not reached, or was not needed
                                 * @enum {string}
                                 */
                                status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED";
                                /** @description Name of the undo */
                                step: string;
                                /** @description Each try, oldest first */
                                tries: {
                                    /** @description Name of the error that it died of. Absent: of none */
                                    error?: string;
                                    /**
                                     * Format: date-time
                                     * @description When it ended. Absent: it goes on, or was cut off. ISO 8601, UTC
                                     */
                                    finishedAt?: string;
                                    /**
                                     * Format: date-time
                                     * @description When the try began. ISO 8601, UTC
                                     */
                                    startedAt: string;
                                }[];
                            };
                            /**
                             * @description What becomes of the run if the step fails for good:
                             *     - `required`: the run is undone or parked
                             *     - `best effort`: the run completes with warnings, and the step waits for an operator
                             * @enum {string}
                             */
                            criticality: "required" | "best effort";
                            /** @description How long it took with all its tries, in milliseconds; null while it goes on or has not begun */
                            duration: number | null;
                            /** @description Of what the last try died. Absent: of nothing */
                            error?: {
                                /** @description What went wrong, without personal data. Absent: only the name is known */
                                message?: string;
                                /** @description Name of the error, by which causes are grouped */
                                name: string;
                            };
                            /**
                             * Format: date-time
                             * @description When it ended. Absent: it has not. ISO 8601, UTC
                             */
                            finishedAt?: string;
                            /** @description Why it was left out, in the words of whoever did. Absent: it was not, or nobody said why */
                            skippedBecause?: string;
                            /**
                             * Format: date-time
                             * @description When it was tried first. Absent: it was not. ISO 8601, UTC
                             */
                            startedAt?: string;
                            /**
                             * @description Where the step is:
                             *     - `STARTED`: it is being tried
                             *     - `DONE`: its effect is there
                             *     - `FAILED`: it failed for good
                             *     - `PARKED`: it failed for good and waits for an operator
                             *     - `SKIPPED`: somebody, or the configuration, left it out
                             *     - `NOT_STARTED`: it was not reached, or was not needed
                             *     - `VOID`: it was taken out of force by a compensation
                             * @enum {string}
                             */
                            status: "STARTED" | "DONE" | "FAILED" | "PARKED" | "SKIPPED" | "NOT_STARTED" | "VOID";
                            /** @description Name of the step */
                            step: string;
                            /** @description Each try, oldest first */
                            tries: {
                                /** @description Name of the error that it died of. Absent: of none */
                                error?: string;
                                /**
                                 * Format: date-time
                                 * @description When it ended. Absent: it goes on, or was cut off. ISO 8601, UTC
                                 */
                                finishedAt?: string;
                                /**
                                 * Format: date-time
                                 * @description When the try began. ISO 8601, UTC
                                 */
                                startedAt: string;
                            }[];
                            /**
                             * @description What became of what it had done. Absent: the run is not undone:
                             *     - `undone`: it was undone
                             *     - `nothing to undo`: it had done nothing
                             *     - `cannot be undone`: there is no way to
                             *     - `by hand`: somebody answers for it
                             *     - `failed`: undoing it failed
                             *     - `pending`: its turn has not come
                             * @enum {string}
                             */
                            undo?: "undone" | "nothing to undo" | "cannot be undone" | "by hand" | "failed" | "pending";
                        }[];
                        /** @description Id of the account that the run is about */
                        subject: string;
                        /** @description Id of the tenant, such as `demo`: what people type when they log in */
                        tenantId: string;
                        /** @description Name of a declared process, such as `user_registration`; `GET /workflows` lists them */
                        type: string;
                        /** @description Who must act */
                        who: {
                            /**
                             * @description Who must act:
                             *     - `nobody`: it goes on by itself, or has ended
                             *     - `operator`: somebody with `workflows:manage`
                             *     - `administrator`: somebody who administers the tenant
                             * @enum {string}
                             */
                            code: "nobody" | "operator" | "administrator";
                            /** @description The same as a sentence in the language of `Accept-Language` */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                runId: string;
                /** @description Name of the undo, as `compensation.step` of the run tells it */
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It was accepted, and goes on behind the answer: `GET /workflows/runs/{runId}` tells how */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                        runId: string;
                        /**
                         * @description Where the run is:
                         *     - `RUNNING`: its steps are being worked on
                         *     - `WAITING`: it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself
                         *     - `COMPLETED`: ended, every step is done
                         *     - `COMPLETED_WITH_WARNINGS`: ended, every required step is done; a best-effort step failed and waits for an operator
                         *     - `COMPENSATING`: what its steps had done is being undone, since a required one failed or somebody stopped it
                         *     - `COMPENSATED`: ended, everything it had done was undone
                         *     - `COMPENSATION_FAILED`: something could not be undone; it waits for an operator
                         *     - `TIMED_OUT`: its deadline has passed; within a minute it is undone or parked by itself
                         *     - `PARKED`: a required step failed for good; it waits for an operator
                         *     - `FENCED`: ended without an effect: it gave way to another run that owns the account
                         *     - `CANCELLED`: ended because somebody called it off
                         * @enum {string}
                         */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Corrections to the data of its event, as far as the schema of the event allows, whom it is about excepted; left out: none */
                    input?: {
                        [key: string]: unknown;
                    };
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It was accepted, and goes on behind the answer: `GET /workflows/runs/{runId}` tells how */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                        runId: string;
                        /**
                         * @description Where the run is:
                         *     - `RUNNING`: its steps are being worked on
                         *     - `WAITING`: it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself
                         *     - `COMPLETED`: ended, every step is done
                         *     - `COMPLETED_WITH_WARNINGS`: ended, every required step is done; a best-effort step failed and waits for an operator
                         *     - `COMPENSATING`: what its steps had done is being undone, since a required one failed or somebody stopped it
                         *     - `COMPENSATED`: ended, everything it had done was undone
                         *     - `COMPENSATION_FAILED`: something could not be undone; it waits for an operator
                         *     - `TIMED_OUT`: its deadline has passed; within a minute it is undone or parked by itself
                         *     - `PARKED`: a required step failed for good; it waits for an operator
                         *     - `FENCED`: ended without an effect: it gave way to another run that owns the account
                         *     - `CANCELLED`: ended because somebody called it off
                         * @enum {string}
                         */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
                 * @example 1f0d6e0a-5a4e-4c1c-9f0c-2f4a3f6f9b11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why you do it, in your own words. It is kept in the audit, so name nobody in it */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It was accepted, and goes on behind the answer: `GET /workflows/runs/{runId}` tells how */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Id of the run: the process and the event that it started on, such as `user_registration-9963cc02-44ec-4a60-8a0a-5a77eedad006` */
                        runId: string;
                        /**
                         * @description Where the run is:
                         *     - `RUNNING`: its steps are being worked on
                         *     - `WAITING`: it has not begun, because the process is paused or a deletion of the account is pending; it goes on by itself
                         *     - `COMPLETED`: ended, every step is done
                         *     - `COMPLETED_WITH_WARNINGS`: ended, every required step is done; a best-effort step failed and waits for an operator
                         *     - `COMPENSATING`: what its steps had done is being undone, since a required one failed or somebody stopped it
                         *     - `COMPENSATED`: ended, everything it had done was undone
                         *     - `COMPENSATION_FAILED`: something could not be undone; it waits for an operator
                         *     - `TIMED_OUT`: its deadline has passed; within a minute it is undone or parked by itself
                         *     - `PARKED`: a required step failed for good; it waits for an operator
                         *     - `FENCED`: ended without an effect: it gave way to another run that owns the account
                         *     - `CANCELLED`: ended because somebody called it off
                         * @enum {string}
                         */
                        status: "RUNNING" | "WAITING" | "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "COMPENSATING" | "COMPENSATED" | "COMPENSATION_FAILED" | "TIMED_OUT" | "PARKED" | "FENCED" | "CANCELLED";
                    };
                };
            };
        };
    };
    "get-statistics": {
        parameters: {
            query?: {
                /** @description Id of another tenant to look at, for whoever administers the platform: anybody else who names one is refused. Left out: your own tenant */
                tenant?: string;
                /** @description Only runs of this process; left out: of every process */
                type?: string;
                /**
                 * @description Which runs are counted, by when they began; left out: `all`:
                 *     - `1h`: within the last hour
                 *     - `24h`: within the last day
                 *     - `7d`: within the last seven days
                 *     - `all`: ever
                 */
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
                        /** @description How long a run took on average, in milliseconds; null where nothing has completed */
                        averageExecutionTime: number | null;
                        /** @description How many runs are in which status */
                        byStatus: {
                            [key: string]: number;
                        };
                        /** @description The same for each process, by its name */
                        byType: {
                            [key: string]: {
                                /** @description How long a run took on average, in milliseconds; null where nothing has completed */
                                averageExecutionTime: number | null;
                                /** @description How many runs are in which status */
                                byStatus: {
                                    [key: string]: number;
                                };
                                /** @description How many were undone */
                                compensatedWorkflows: number;
                                /** @description How many have completed with a step that failed */
                                completedWithWarnings: number;
                                /** @description How many have completed */
                                completedWorkflows: number;
                                /** @description How many wait for an operator, gave way or were cancelled */
                                failedWorkflows: number;
                                /** @description Half of the runs took no longer than this, in milliseconds; null where nothing has completed */
                                p50: number | null;
                                /** @description 95 of 100 runs took no longer than this, in milliseconds; null where nothing has completed */
                                p95: number | null;
                                /** @description 99 of 100 runs took no longer than this, in milliseconds; null where nothing has completed */
                                p99: number | null;
                                /** @description How many of them go on: they run, wait or are being undone */
                                runningWorkflows: number;
                                /** @description How the steps fared, by their names */
                                taskSuccessRates: {
                                    [key: string]: {
                                        /** @description How long it took on average, in milliseconds; null where nothing has completed */
                                        averageDuration: number | null;
                                        /** @description How often it failed for good */
                                        failed: number;
                                        /** @description How often it was tried again by itself */
                                        retried: number;
                                        /** @description How often the step was begun */
                                        started: number;
                                        /** @description How often it was done */
                                        succeeded: number;
                                        /** @description How much of what was started was done, 0 to 1; null where nothing was started */
                                        successRate: number | null;
                                    };
                                };
                                /** @description How many runs there are */
                                totalWorkflows: number;
                            };
                        };
                        /** @description How many were undone */
                        compensatedWorkflows: number;
                        /** @description How many have completed with a step that failed */
                        completedWithWarnings: number;
                        /** @description How many have completed */
                        completedWorkflows: number;
                        /** @description How many wait for an operator, gave way or were cancelled */
                        failedWorkflows: number;
                        /** @description Half of the runs took no longer than this, in milliseconds; null where nothing has completed */
                        p50: number | null;
                        /** @description 95 of 100 runs took no longer than this, in milliseconds; null where nothing has completed */
                        p95: number | null;
                        /** @description 99 of 100 runs took no longer than this, in milliseconds; null where nothing has completed */
                        p99: number | null;
                        /** @description How fast a right that was taken is refused, as the latest probe saw it; null until somebody has run the probe */
                        revocation: {
                            /** @description How many requests were allowed although they began after the answer: there must be none */
                            allowedAfterwards: number;
                            /**
                             * Format: date-time
                             * @description When it was measured. ISO 8601, UTC
                             */
                            measuredAt: string;
                            /** @description Half of them were denied within so many milliseconds */
                            p50: number;
                            /** @description 99 of 100 of them were denied within so many milliseconds */
                            p99: number;
                            /** @description How many revocations it tried */
                            revocations: number;
                        } | null;
                        /** @description How many of them go on: they run, wait or are being undone */
                        runningWorkflows: number;
                        /** @description How the steps fared, by their names */
                        taskSuccessRates: {
                            [key: string]: {
                                /** @description How long it took on average, in milliseconds; null where nothing has completed */
                                averageDuration: number | null;
                                /** @description How often it failed for good */
                                failed: number;
                                /** @description How often it was tried again by itself */
                                retried: number;
                                /** @description How often the step was begun */
                                started: number;
                                /** @description How often it was done */
                                succeeded: number;
                                /** @description How much of what was started was done, 0 to 1; null where nothing was started */
                                successRate: number | null;
                            };
                        };
                        /** @description How many runs there are */
                        totalWorkflows: number;
                        /**
                         * @description Which runs are counted, by when they began:
                         *     - `1h`: within the last hour
                         *     - `24h`: within the last day
                         *     - `7d`: within the last seven days
                         *     - `all`: ever
                         * @enum {string}
                         */
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
                 * @description A new value for every act, such as a UUID, and the same one when you try the act again: within 24 hours the same key with the same request gives the same answer, and nothing is done twice. With another request it is refused. Left out: every request is an act of its own
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
                    /** @description How many requests began after the answer to a revocation and were allowed all the same: there must be none */
                    allowedAfterwards: number;
                    /** @description Of each revocation: milliseconds from its answer to the first request that was denied */
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
                        /** @description How many requests were allowed although they began after the answer: there must be none */
                        allowedAfterwards: number;
                        /**
                         * Format: date-time
                         * @description When it was measured. ISO 8601, UTC
                         */
                        measuredAt: string;
                        /** @description Half of them were denied within so many milliseconds */
                        p50: number;
                        /** @description 99 of 100 of them were denied within so many milliseconds */
                        p99: number;
                        /** @description How many revocations it tried */
                        revocations: number;
                    };
                };
            };
        };
    };
}
