import { expect, it } from 'vitest';
import { readApiErrors } from '../../../../src/diagnosis/evidence/api-error.ts';
import { unwrap } from '../../../../src/diagnosis/text/unwrap.ts';

const messages = (text: string): string[] => readApiErrors(unwrap(text)).map(({ message }) => message);

it.each([
  "Azure.RequestFailedException: The application 'oid=1' does not have secrets get permission on key vault 'kv-one'.",
  "Unauthorized access. 'Send' claim(s) are required to perform this operation. Resource: 'sb://sb-one.servicebus.windows.net/q'.",
  "The client 'a' with object id 'b' does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '/x'.",
])('a refusal that a library prints as a sentence is read as its line: %s', (line) => {
  expect(messages(`before\n${line}\nafter`)).toEqual([line]);
});

it('is read once where the body stands there', () => {
  expect(
    messages(
      '{"error":{"code":"PermissionDenied","message":"The principal `p` lacks the required data action `Microsoft.CognitiveServices/accounts/OpenAI/x` to perform it."}}',
    ),
  ).toHaveLength(1);
});
