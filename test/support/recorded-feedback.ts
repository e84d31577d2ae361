/** What SES tells the default bus of a mail that came back, or was not wanted: recorded, with our tags and other people's words. */
const mail = {
  timestamp: '2026-03-02T08:00:01.000Z', source: 'no-reply@processes.example', sourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/processes.example', sendingAccountId: '111122223333',
  messageId: '0102018f-7c1e', destination: ['anna.berg@example.com'], headersTruncated: false,
  headers: [{ name: 'To', value: 'anna.berg@example.com' }, { name: 'Subject', value: 'Please verify your e-mail address' }],
  commonHeaders: { from: ['no-reply@processes.example'], to: ['anna.berg@example.com'], messageId: '0102018f-7c1e', subject: 'Please verify your e-mail address' },
  tags: {
    'ses:source-tls-version': ['TLSv1.3'], 'ses:configuration-set': ['the-set'], 'ses:source-ip': ['203.0.113.9'], 'ses:from-domain': ['processes.example'],
    'ses:caller-identity': ['bpp'], tenantId: ['demo'], userId: ['usr_anna'],
  },
};
const about = { version: '0', id: 'f4f0c6b1', source: 'aws.ses', account: '111122223333', time: '2026-03-02T08:00:05Z', region: 'us-east-1', resources: ['arn:aws:ses:us-east-1:111122223333:configuration-set/the-set'] };

export const bounced = {
  ...about, 'detail-type': 'Email Bounced',
  detail: {
    eventType: 'Bounce', mail,
    bounce: {
      feedbackId: '0102018f-7c2a', bounceType: 'Permanent', bounceSubType: 'General', timestamp: '2026-03-02T08:00:04.000Z', reportingMTA: 'dns; a8-70.smtp-out.amazonses.com',
      bouncedRecipients: [{ emailAddress: 'anna.berg@example.com', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 <anna.berg@example.com>: user unknown' }],
    },
  },
};
export const bouncedForNow = { ...bounced, detail: { ...bounced.detail, bounce: { ...bounced.detail.bounce, bounceType: 'Transient', bounceSubType: 'MailboxFull' } } };
export const complained = {
  ...about, 'detail-type': 'Email Complaint Received',
  detail: {
    eventType: 'Complaint', mail,
    complaint: { feedbackId: '0102018f-7c2b', timestamp: '2026-03-02T09:00:00.000Z', complainedRecipients: [{ emailAddress: 'anna.berg@example.com' }], userAgent: 'AnyCompany Feedback Loop', complaintFeedbackType: 'abuse' },
  },
};
export const delivered = { ...about, 'detail-type': 'Email Delivered', detail: { eventType: 'Delivery', mail, delivery: { recipients: ['anna.berg@example.com'] } } };
