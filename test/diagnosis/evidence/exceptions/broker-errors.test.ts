import { expect, test } from 'vitest';
import { brokerErrors } from '../../../../src/diagnosis/evidence/exceptions/broker-errors.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const read = (paste: string) => brokerErrors(unwrap(paste)).map(({ type, code }) => `${type} ${code}`);

test.each([
  ['Teams zeigt CAA20003 und dann nichts', ['CAA20003 invalid_grant']],
  ['error code 0xCAA82EE7.', ['0xCAA82EE7 unreachable']],
  ['Error Tag: 4usqa Error Code: 3399614475', ['3399614475 invalid_resource', '4usqa resource_disabled']],
  ['Status: -895352829', ['-895352829 invalid_grant']],
])('reads «%s»', (paste, errors) => {
  expect(read(paste)).toEqual(errors);
});

test.each([
  'request-id: caa20003-1f0e-4a5b-9c6d-7e8f90a1b2c3',
  'device 91d69862-e8c2-438d-84b3-10b0caa20003',
  'the file 4usqa1.tmp',
  'phone 3399000000 and 3399614475.2',
  'CAAC20003',
])('reads nothing from «%s»', (paste) => {
  expect(read(paste)).toEqual([]);
});
