import { describeSignIn } from '../../contract/sign-in.contract.ts';
import { createMsalFixture } from './msal-fixture.ts';

describeSignIn('MSAL', createMsalFixture);
