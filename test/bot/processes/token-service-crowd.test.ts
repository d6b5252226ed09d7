import { describeCrowdSigningIn } from '../../contract/sign-in.contract.ts';
import { createTokenServiceFixture } from '../../identity/token-service/token-service-fixture.ts';

describeCrowdSigningIn('the token service', createTokenServiceFixture);
