/**
 * Exchange's `ErrorAccessDenied` where neither a permission of the token nor a right in the mailbox is what refuses: a
 * policy of the organisation, or an operation of EWS that add-ins may not call.
 * learn.microsoft.com/office/dev/add-ins/outlook/web-services
 */
export const NO_RIGHT_OPENS = [
  'access to odata is disabled',
  'the requested web method is unavailable to this caller or application',
] as const;
