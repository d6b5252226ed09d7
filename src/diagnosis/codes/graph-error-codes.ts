/** What an error code of Graph, Exchange or SharePoint says, for the explanation beside a diagnosis. */
export interface ErrorCodeMeaning {
  /** One sentence. */
  readonly meaning: string;
}

/**
 * The error codes that are pasted most, as the API writes them. A code tells where to look; which cause it is, the
 * rules decide from everything in the paste.
 *
 * Sources: learn.microsoft.com/graph/errors, learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode,
 * learn.microsoft.com/graph/resolve-auth-errors.
 */
export const GRAPH_ERROR_CODES: Readonly<Record<string, ErrorCodeMeaning>> = {
  // The token
  InvalidAuthenticationToken: {
    meaning: 'Graph could not use the access token: missing, malformed, expired, or made for another API.',
  },
  AuthenticationError: { meaning: 'The sign-in of the request failed before the operation was looked at.' },
  unauthenticated: { meaning: 'The caller is not signed in: no token, or one that is not accepted.' },
  Unauthorized: { meaning: 'The request carries no valid sign-in.' },
  TokenNotFound: { meaning: 'No token was found in the request or in the store that should hold it.' },
  InvalidAudience: { meaning: 'The token was made for another API than the one called.' },
  InvalidAudienceForResource: {
    meaning: 'The token was made for another API than the one called, or was sent to an address that needs none.',
  },
  CompactToken: { meaning: 'The token could not be read or confirmed; the words after it say why.' },
  TokenExpired: { meaning: 'The lifetime of the token is over.' },
  InvalidCloudInstance: { meaning: 'Token and API belong to different national clouds.' },
  Authentication_ExpiredToken: { meaning: 'The lifetime of the token is over.' },
  Authentication_MissingOrMalformed: { meaning: 'The token is missing or malformed.' },
  Authentication_Unauthorized: { meaning: 'The token is not accepted here.' },
  Authentication_UnsupportedTokenType: { meaning: 'A token of this kind is not accepted here.' },
  ExtensionError: { meaning: 'A service behind Graph refused; the inner error says why.' },
  // Permissions
  Authorization_RequestDenied: {
    meaning: 'The directory refused: the token lacks a permission, or the person lacks the role.',
  },
  Authorization_IdentityNotFound: {
    meaning: 'The calling app has no service principal in this tenant, or the wrong tenant was named.',
  },
  Authorization_IdentityDisabled: { meaning: 'The calling app or user is disabled.' },
  AuthorizationFailed: { meaning: 'The caller has no right to this operation.' },
  AccessDenied: { meaning: 'The caller has no right to this item or operation.' },
  accessDenied: { meaning: 'The caller has no right to this item or operation.' },
  Forbidden: { meaning: 'The caller is known and not allowed to do this; scp or roles in the token decide.' },
  ErrorAccessDenied: {
    meaning: 'Exchange refused: a permission is missing, the mailbox is not shared, or a policy keeps the app out.',
  },
  ErrorInsufficientPermissionsInAccessToken: {
    meaning: 'The token lacks the permission that Exchange needs for this.',
  },
  DelegatedCalendarAccessDenied: {
    meaning: 'The calendar is not shared with the signed-in person with the rights needed.',
  },
  ErrorCalendarIsDelegatedForAccept: { meaning: 'A delegate cannot accept this meeting; its owner must.' },
  ErrorSendAsDenied: { meaning: 'The person or app may not send as this address.' },
  ErrorImpersonateUserDenied: { meaning: 'The account may not act as this mailbox.' },
  ErrorImpersonationDenied: { meaning: 'The account may not act as this mailbox.' },
  UnknownError: { meaning: 'Graph gives no reason; with 403 it is usually a missing permission.' },
  AadPremiumLicenseRequired: { meaning: 'The tenant lacks the Entra ID licence that this operation needs.' },
  Authentication_RequestFromNonPremiumTenantOrB2CTenant: {
    meaning: 'The tenant lacks the Entra ID licence that this operation needs.',
  },
  UnauthorizedAccessException: { meaning: 'SharePoint refused access to this item or site.' },
  notAllowed: { meaning: 'The operation is not allowed on this item.' },
  MissingPermission: { meaning: 'The token lacks a permission.' },
  // Policies
  ErrorRestApiAccessDenied: { meaning: 'The organisation blocks REST access to this mailbox or by this client.' },
  ODataAccessDisabled: { meaning: 'Access by REST is switched off for this mailbox, app or client.' },
  ErrorOrganizationAccessBlocked: { meaning: 'The organisation blocks this kind of access.' },
  MailboxAccessBlocked: { meaning: 'Access to this mailbox is blocked.' },
  ConditionalAccessBlocked: { meaning: 'A Conditional Access policy refused.' },
  // The mailbox
  MailboxNotEnabledForRESTAPI: {
    meaning: 'The mailbox cannot be reached by REST: it is on premises, inactive, soft-deleted or without licence.',
  },
  MailboxNotSupportedForRESTAPI: { meaning: 'This kind of mailbox cannot be reached by REST.' },
  MailboxNotHostedInExchangeOnline: { meaning: 'The mailbox is not in Exchange Online.' },
  ErrorInvalidUser: { meaning: 'Exchange does not know the user of the path, or the user has no mailbox here.' },
  ErrorNonExistentMailbox: { meaning: 'There is no mailbox for this address.' },
  ErrorMissingEmailAddress: { meaning: 'The account has no mailbox address, which usually means no mailbox.' },
  ErrorMailboxStoreUnavailable: { meaning: 'The mailbox database does not answer for the moment.' },
  ErrorMailboxMoveInProgress: { meaning: 'The mailbox is being moved; try again later.' },
  ErrorQuotaExceeded: { meaning: 'The mailbox is full.' },
  OrganizationFromTenantGuidNotFound: {
    meaning: 'The tenant has no Exchange Online organisation: no licence, or the wrong tenant.',
  },
  MailboxInfoStale: { meaning: 'Exchange looked for the mailbox in the wrong place; it passes by itself.' },
  ResourceNotFound: { meaning: 'The thing addressed does not exist, or is hidden from the caller.' },
  Request_ResourceNotFound: { meaning: 'The directory object does not exist in this tenant, or was deleted.' },
  itemNotFound: { meaning: 'The item does not exist, or is hidden from the caller.' },
  ErrorItemNotFound: { meaning: 'The item does not exist in this mailbox; ids change when an item is moved.' },
  ErrorFolderNotFound: { meaning: 'The folder or calendar does not exist, or is not shared with the caller.' },
  ErrorInvalidIdMalformed: { meaning: 'The id is malformed; / and + in it must be URL-encoded.' },
  ErrorInvalidId: { meaning: 'The id is not one of this mailbox.' },
  ErrorInvalidMailboxItemId: { meaning: 'The id belongs to another mailbox.' },
  // The request
  BadRequest: { meaning: 'The request is malformed; the message says where.' },
  badRequest: { meaning: 'The request is malformed; the message says where.' },
  invalidRequest: { meaning: 'The request is malformed; the message says where.' },
  Request_BadRequest: { meaning: 'The directory found the request malformed; the message says where.' },
  Request_UnsupportedQuery: {
    meaning: 'The query needs $count=true and ConsistencyLevel: eventual, or is not supported.',
  },
  ErrorInvalidRequest: { meaning: 'Exchange found the request malformed; the message says where.' },
  ErrorInvalidArgument: { meaning: 'A value of the request is not valid.' },
  ErrorInvalidParameter: { meaning: 'A parameter of the request is not valid.' },
  ErrorInvalidUrlQuery: { meaning: 'The query of the address is not valid.' },
  ErrorPropertyValidationFailure: { meaning: 'A property of the body is not valid; the message names it.' },
  ErrorInvalidPropertyForOperation: { meaning: 'A property cannot be used with this operation.' },
  ErrorInvalidRecipients: { meaning: 'An address of an attendee or recipient is not valid.' },
  ErrorInvalidTimeZone: { meaning: 'The time zone name is not one that Exchange knows.' },
  TimeZoneNotSupportedException: {
    meaning: 'The time zone name is not one that Exchange knows, or the mailbox has none.',
  },
  ErrorInvalidDateTimeFormat: { meaning: 'A date is not in the form that is wanted.' },
  ErrorCalendarEndDateIsEarlierThanStartDate: { meaning: 'The event ends before it starts.' },
  ErrorCalendarDurationIsTooLong: { meaning: 'The event is longer than five years.' },
  ErrorDuplicateTransactionId: { meaning: 'The transactionId was used for another event already.' },
  ErrorIrresolvableConflict: { meaning: 'The item was changed by somebody else meanwhile.' },
  ErrorMessageSizeExceeded: { meaning: 'The message is larger than the mailbox takes.' },
  ErrorNotSupported: { meaning: 'The operation is not supported for this mailbox.' },
  RequestBodyRead: { meaning: 'The body could not be read as JSON of the expected shape.' },
  UnableToDeserializePostBody: { meaning: 'The body is not valid JSON.' },
  ErrorInvalidSyncStateData: { meaning: 'The delta token is old: begin the synchronisation again.' },
  SyncStateNotFound: { meaning: 'The delta token is old: begin the synchronisation again.' },
  resyncRequired: { meaning: 'The delta token is old: begin the synchronisation again.' },
  notSupported: { meaning: 'The operation is not supported.' },
  NotImplemented: { meaning: 'The operation does not exist here.' },
  MethodNotAllowed: { meaning: 'The address does not take this method.' },
  preconditionFailed: { meaning: 'The eTag sent is not the one of the item any more.' },
  nameAlreadyExists: { meaning: 'Something of this name exists already.' },
  ValidationError: { meaning: 'A subscription or its notification address could not be validated.' },
  // Too much, and not there
  TooManyRequests: { meaning: 'Too many requests: wait for the seconds of Retry-After.' },
  tooManyRequests: { meaning: 'Too many requests: wait for the seconds of Retry-After.' },
  activityLimitReached: { meaning: 'Too many requests: wait for the seconds of Retry-After.' },
  ApplicationThrottled: { meaning: 'The app is throttled: wait for the seconds of Retry-After.' },
  ErrorExceededMessageLimit: { meaning: 'The mailbox has sent as much as it may for today.' },
  ErrorTooManyObjectsOpened: { meaning: 'More than four requests at once for one mailbox.' },
  MailboxConcurrency: { meaning: 'More than four requests at once for one mailbox.' },
  ErrorServerBusy: { meaning: 'Exchange is busy: wait and try again.' },
  Request_ThrottledPermanently: { meaning: 'The app is blocked for asking too much.' },
  quotaLimitReached: { meaning: 'The storage is full.' },
  ServiceError: { meaning: 'A service behind Graph failed; the request id helps Microsoft to look it up.' },
  ServiceNotAvailable: { meaning: 'The service is not available for the moment.' },
  serviceNotAvailable: { meaning: 'The service is not available for the moment.' },
  serviceUnavailable: { meaning: 'The service is not available for the moment.' },
  generalException: { meaning: 'An unspecified error; the message says more where there is one.' },
  ErrorInternalServerError: { meaning: 'Exchange failed; the request id helps Microsoft to look it up.' },
  ErrorInternalServerTransientError: { meaning: 'Exchange failed for the moment: try again.' },
  InternalServerError: { meaning: 'The service failed; the request id helps Microsoft to look it up.' },
  GatewayTimeout: { meaning: 'A service behind Graph did not answer in time.' },
  timeout: { meaning: 'The service did not answer in time.' },
};

let byLowerCase: ReadonlyMap<string, ErrorCodeMeaning> | undefined;

/** What an error code says, in any case; `null` for one that is not in the table. */
export function graphErrorMeaning(code: string): string | null {
  byLowerCase ??= new Map(Object.entries(GRAPH_ERROR_CODES).map(([name, entry]) => [name.toLowerCase(), entry]));
  return byLowerCase.get(code.toLowerCase())?.meaning ?? null;
}
