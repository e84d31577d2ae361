import type { Words } from './zh-cn.ts';

/** Every text of the console in English. */
export const en: Words = {
  place: 'Business Process Platform',
  languages: 'Language',
  backToStart: 'Back to the start page',
  retry: 'Try again',
  serviceSays: 'The service says',
  requestCode: 'Request code',

  start: {
    title: 'Start',
    heading: 'Every process, seen through to its end',
    lead: 'User registration, permission changes and data deletion run here in the background, step by step. Every step is recorded; a failed step is retried, and what still fails is compensated or handed to a person.',
    mailHeading: 'Just registered?',
    mailHint: 'Open the link in the verification mail to confirm your address. If no mail has come, look in the spam folder.',
    forgotten: 'Forgotten your password?',
  },

  service: {
    heading: 'Service status',
    checking: 'Checking',
    running: 'Running',
    reports: (slots) => `The service reports: ${slots.status}`,
    unreachable: 'Cannot be reached',
    unreachableEffect: 'Addresses cannot be confirmed right now. Check your connection; this check repeats by itself.',
    stage: 'Stage',
    version: 'Version',
    checkedAt: 'Last check',
    checkNow: 'Check now',
  },

  verify: {
    title: 'Confirm email',
    noPassword: 'This page never asks for a password.',
    progress: 'Progress of the registration',
    ready: {
      heading: 'Confirm your email address',
      lead: 'You opened the link of a verification mail. Pressing the button confirms that this mailbox is yours; the account is activated as soon as it is set up.',
      note: 'Opening this page has changed nothing. If you did not register, close it.',
    },
    confirm: 'Confirm email address',
    working: 'Confirming…',
    verified: { heading: 'Email address confirmed', lead: 'Your account is being activated and you can log in shortly. There is nothing left to do; you can close this page.' },
    active: { heading: 'Account active', lead: 'Your email address is confirmed. You can log in now.' },
    already: { heading: 'Already confirmed', lead: 'This link was used before, so there is nothing left to confirm. If you cannot log in yet, wait a moment: the account is being activated.' },
    expired: { heading: 'This link has expired', lead: 'Your email address is not confirmed yet. Request a new verification mail and use the link in it.' },
    unknown: { heading: 'This link is not known', lead: 'It is incomplete, or a newer verification mail has replaced it. Use the link in the latest mail, or request a new one.' },
    missing: { heading: 'The verification code is missing', lead: 'Open the link in the verification mail again: after a reload this page no longer has the code. You can also request a new mail.' },
    requested: { heading: 'New mail requested', lead: 'If a registration waits for this address, a new verification mail will arrive shortly; use the link in it. If none comes, look in the spam folder.' },
    trouble: {
      heading: 'Not confirmed for now',
      unreachable: 'The service cannot be reached, so your address may not be confirmed yet. Check the connection and try again; confirming twice does no harm.',
      busy: 'There were too many requests, so your address is not confirmed yet. Try again later; the link stays valid.',
      busyFor: (slots) => `There were too many requests, so your address is not confirmed yet. Try again in ${slots.wait}; the link stays valid.`,
      failing: 'The service has a fault, so your address may not be confirmed yet. Try again in a while; confirming twice does no harm.',
    },
    resend: { heading: 'Request a new verification mail', submit: 'Send verification mail' },
  },

  steps: {
    registered: 'Register',
    confirmed: 'Confirm address',
    active: 'Activate account',
    done: 'Done',
    current: 'Your turn',
    moving: 'Running',
    upcoming: 'Not started',
  },

  reset: {
    title: 'Set a new password',
    ready: { heading: 'Set a new password', lead: 'You opened the link of a mail about your password. Once the new one is set, all sessions and API keys of before end.' },
    note: 'Opening this page has changed nothing. If you did not ask for the link, close the page; your present password stays.',
    password: 'New password',
    passwordHint: 'At least 8 characters; a few words that do not belong together are easy to remember.',
    weak: {
      'password-too-short': 'Enter at least 8 characters.',
      'password-common': 'This password is too common and soon guessed. Choose another.',
      'password-contains-context': 'A password must not be made mostly of your name, address or tenant ID. Choose another.',
    },
    show: { text: 'Show', name: 'Show password' },
    hide: { text: 'Hide', name: 'Hide password' },
    submit: 'Set the new password',
    working: 'Setting…',
    done: { heading: 'The new password is set', lead: 'It counts from now on, and all sessions and API keys of before have ended. You can close this page.' },
    used: { heading: 'This link was used', lead: 'A password was set with it. If that was you, log in with the new password; otherwise request a new link.' },
    expired: { heading: 'This link has expired', lead: 'A link is valid for ten minutes. Your password has not changed; request a new link.' },
    unknown: { heading: 'This link is not known', lead: 'It is incomplete, or a newer mail has replaced it. Use the link in the latest mail, or request a new one.' },
    missing: { heading: 'Forgotten your password?', lead: 'Request a link to set a new one. It comes by mail, is valid for ten minutes, and works once.' },
    requested: { heading: 'Link requested', lead: 'If there is an account for this address, a mail with a link will arrive shortly. If none comes, look in the spam folder.' },
    ask: { heading: 'Request a link', submit: 'Send the link' },
    trouble: {
      heading: 'Not set for now',
      unreachable: 'The service cannot be reached, so the password may not have been set. Check the connection and try again.',
      busy: 'There were too many requests, so the password has not been set. Try again later.',
      busyFor: (slots) => `There were too many requests, so the password has not been set. Try again in ${slots.wait}.`,
      failing: 'The service has a fault, so the password may not have been set. Try again in a while.',
    },
  },

  keepAccount: {
    title: 'Keep the account',
    ready: { heading: 'Keep your account?', lead: 'The deletion of your account was requested. Pressing the button takes that back: nothing is deleted, and you can log in again.' },
    note: 'Opening this page has changed nothing. If you want the account deleted, close it.',
    keep: 'Keep my account',
    working: 'Taking it back…',
    done: { heading: 'Your account stays', lead: 'The deletion was taken back and nothing was deleted. You can log in again; sessions and API keys of before have ended. You can close this page.' },
    late: { heading: 'It is too late', lead: 'The deletion has begun, and it cannot be taken back any more. With the receipt code you can see how far it is.' },
    unknown: { heading: 'This link is not known', lead: 'It is incomplete, or of a request that is long over. Use the link in the latest mail about the deletion, or ask an administrator.' },
    missing: { heading: 'The code of the link is missing', lead: 'Open the link in the mail about the deletion again: after a reload this page no longer has the code.' },
    trouble: {
      heading: 'Not taken back for now',
      unreachable: 'The service cannot be reached, so the deletion may not have been taken back. Check the connection and try again; repeating it changes nothing.',
      busy: 'There were too many requests, so the deletion has not been taken back. Try again later; the link stays good.',
      busyFor: (slots) => `There were too many requests, so the deletion has not been taken back. Try again in ${slots.wait}; the link stays good.`,
      failing: 'The service has a fault, so the deletion may not have been taken back. Try again in a while; repeating it changes nothing.',
    },
  },

  duration: {
    seconds: (slots) => `${slots.count} s`,
    minutes: (slots) => `${slots.count} min`,
  },

  time: {
    ago: (slots) => `${slots.duration} ago`,
    none: '—',
  },

  askForMail: {
    tenant: 'Tenant ID',
    tenantHint: 'The organisation you registered with.',
    tenantMissing: 'Enter the tenant ID.',
    email: 'Email address',
    emailHint: 'The address you registered with.',
    emailInvalid: 'Enter a complete email address, such as name@example.com.',
    sending: 'Sending…',
    unreachable: 'The service cannot be reached, so the mail may not have been requested. Check the connection and try again.',
    busy: 'There were too many requests, so no mail was requested. Try again later.',
    busyFor: (slots) => `There were too many requests, so no mail was requested. Try again in ${slots.wait}.`,
    failing: 'The service has a fault, so the mail may not have been requested. Try again in a while.',
    refused: 'The service did not accept this request. Check what you entered.',
  },

  notFound: {
    title: 'Page not found',
    heading: 'This page does not exist',
    lead: 'The address may be mistyped, or the page has moved.',
  },
};
