/** The tenant of all personal Microsoft accounts, in every cloud they exist in. */
export const CONSUMER_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';
