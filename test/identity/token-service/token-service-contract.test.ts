import { describeSignIn } from '../../contract/sign-in.contract.ts';
import { createTokenServiceFixture } from './token-service-fixture.ts';

describeSignIn('the token service', createTokenServiceFixture);
