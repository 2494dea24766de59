/** Stands for the UID that a server makes: a text that is good wherever a UID is. */
export const UID = '00000000-0000-4000-8000-000000000000';

/** The text as it is shown: nobody knows the UID. */
export const withoutUid = (text: string) => text.replaceAll(UID, '<uid>');
