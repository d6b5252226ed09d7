import { describeCrowdSigningIn } from '../../../contract/sign-in.contract.ts';
import { createMsalFixture } from '../msal-fixture.ts';

describeCrowdSigningIn('MSAL', createMsalFixture);
