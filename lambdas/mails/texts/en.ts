import { greetableName } from '../greetable-name.ts';
import type { MailTexts } from '../mail-template.ts';
import { deletionEn } from './deletion-en.ts';

const hello = (firstName: string): string => {
  const name = greetableName(firstName);
  return name === undefined ? 'Hello,' : `Hello ${name},`;
};
const hours = (count: number): string => (count === 1 ? '1 hour' : `${count} hours`);
const pointOfTime = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

export const en: MailTexts = {
  footer: 'This message was sent automatically. Replies are not read.',

  mails: {
    ...deletionEn,

    verification: ({ firstName, verificationUrl, validHours, reminder }) => ({
      subject: reminder ? 'Reminder: please verify your e-mail address' : 'Please verify your e-mail address',
      paragraphs: [
        hello(firstName),
        reminder ? 'This address was given to register an account, and nobody has confirmed it yet. The link that we sent ends soon; here it is once more.'
          : 'This address was given to register an account. Please confirm that it is yours.',
        'The link opens a page with a button. Opening the page changes nothing; only the button confirms the address.',
      ],
      action: { label: 'Open the confirmation page', url: verificationUrl, hint: 'Or copy this address into your browser:' },
      notes: [
        `The link is valid for ${hours(validHours)} from when this mail was sent and can be used once.`,
        'If it was not you who registered, ignore this mail. Nothing is confirmed without you.',
      ],
    }),

    welcome: ({ firstName, tenantName }) => ({
      subject: `Welcome to ${tenantName}`,
      paragraphs: [
        hello(firstName),
        `A registration with ${tenantName} has reached us, and we are setting the account up.`,
        'There is nothing to do in this mail. How to confirm the address is explained in a separate one.',
      ],
      notes: ['If it was not you who registered, ignore this mail.'],
    }),

    registration_not_completed: ({ firstName }) => ({
      subject: 'Your registration was not completed',
      paragraphs: [
        hello(firstName),
        'Your account could not be set up: something went wrong on our side. What had been prepared was taken back.',
        'The data that you had entered is deleted, and the address is free again. You are welcome to register once more.',
      ],
      notes: ['If it was not you who registered, there is nothing to do.'],
    }),

    address_already_known: ({ consoleUrl }) => ({
      subject: 'You already have an account',
      paragraphs: [
        'Hello,',
        'Somebody, perhaps you, has just tried to register with this address. It belongs to an account already, so no new one was made and nothing has changed.',
        'If it was you: log in as usual. If you no longer know the password, request a new one on the login page.',
      ],
      action: { label: 'Go to the login page', url: consoleUrl, hint: 'Or copy this address into your browser:' },
      notes: ['If it was not you, there is nothing to do. Nobody has gained access to your account by this.'],
    }),

    invitation: ({ tenantName, invitationUrl, validUntil }) => ({
      subject: `You are invited to join ${tenantName}`,
      paragraphs: [
        'Hello,',
        `An administrator of ${tenantName} invites you to open an account there.`,
        'The link below is your invitation: it lets you register with this address, and with no other.',
      ],
      action: { label: 'Register with this invitation', url: invitationUrl, hint: 'Or copy this address into your browser:' },
      notes: [
        `The invitation is valid until ${pointOfTime.format(new Date(validUntil))} (UTC) and can be used once.`,
        'If you do not want an account, ignore this mail: nothing is opened without you.',
      ],
    }),

    role_assigned: ({ firstName, tenantName, roleName, assignedBy, validUntil }) => ({
      subject: 'You have a new role',
      paragraphs: [
        hello(firstName),
        `You were given a role at ${tenantName}. What it allows is yours from now on.`,
        `Role: ${roleName}`,
        `Given by: ${assignedBy}`,
        ...(validUntil === undefined ? [] : [`Ends: ${pointOfTime.format(new Date(validUntil))} (UTC)`]),
      ],
      notes: ['If you did not expect this, ask whoever gave it to you.'],
    }),

    assignment_withdrawn: ({ firstName, tenantName, roleName }) => ({
      subject: 'A role could not be given to you',
      paragraphs: [
        hello(firstName),
        `You were given a role at ${tenantName}, but something that belongs to it failed. The role was withdrawn; everything else that you may do is as before.`,
        `Role: ${roleName}`,
      ],
      notes: ['Whoever gave it to you has been told and may give it again.'],
    }),

    assignment_withdrawn_from: ({ firstName, tenantName, roleName, person }) => ({
      subject: 'A role that you gave was withdrawn',
      paragraphs: [
        hello(firstName),
        `You gave somebody a role at ${tenantName}, but something that belongs to it failed. The role was withdrawn; everything else that the person may do is as before.`,
        `Role: ${roleName}`,
        `Person: ${person}`,
      ],
      notes: ['The person has been told. You may give the role again once the cause is mended; the console shows it with the run.'],
    }),

    role_revoked: ({ firstName, tenantName, roleName, revokedBy, reason }) => ({
      subject: 'A role was taken from you',
      paragraphs: [
        hello(firstName),
        `You no longer have a role at ${tenantName}. What another role of yours gives stays.`,
        `Role: ${roleName}`,
        `Taken by: ${revokedBy}`,
        `Reason: ${reason}`,
      ],
      notes: ['It was effective at once. You may have to log in again.'],
    }),

    password_reset: ({ firstName, resetUrl, validMinutes }) => ({
      subject: 'Set a new password',
      paragraphs: [
        hello(firstName),
        'Somebody, perhaps you, has asked for a new password for your account.',
        'The link opens a page on which you choose it. Your present password stays until then, and all your sessions and API keys end once the new one is set.',
      ],
      action: { label: 'Choose a new password', url: resetUrl, hint: 'Or copy this address into your browser:' },
      notes: [
        `The link is valid for ${validMinutes} minutes from when this mail was sent and can be used once. A later mail replaces it.`,
        'If it was not you, ignore this mail and nothing changes. Never pass the link on to anybody.',
      ],
    }),

    password_changed: ({ firstName, consoleUrl }) => ({
      subject: 'Your password was replaced',
      paragraphs: [
        hello(firstName),
        'The password of your account has just been replaced with the link of a mail to this address. All sessions and API keys of before have ended.',
        'If it was you, there is nothing more to do.',
      ],
      action: { label: 'Open the console', url: consoleUrl, hint: 'Or copy this address into your browser:' },
      notes: ['If it was not you, somebody else reads your mail: change the password of your mailbox first, then set a new one here, and tell your administrator.'],
    }),

    user_activated: ({ userId, memberSince, consoleUrl }) => ({
      subject: 'A new user is active',
      paragraphs: [
        'Hello,',
        'A new user of your organisation has been activated.',
        `User: ${userId}`,
        `Registered: ${pointOfTime.format(new Date(memberSince))} (UTC)`,
      ],
      action: { label: 'Open the console', url: consoleUrl, hint: 'Or copy this address into your browser:' },
      notes: ['You receive this mail because you are an administrator.'],
    }),
  },
};
