import { createPublicKey, type KeyObject } from 'node:crypto';
import { StatusCodes } from 'botbuilder';
import {
  AuthenticationConstants,
  AuthenticationError,
  EmulatorValidation,
  EndorsementsValidator,
  SkillValidation,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { createClientCache } from './client-cache.ts';

/** The SDK's own tolerance for clocks that differ. */
const CLOCK_TOLERANCE_SECONDS = 300;
/** A channel publishes a handful of keys and changes them over months. */
const KEPT_KEYS = 32;
const ALGORITHMS: readonly string[] = AuthenticationConstants.AllowedSigningAlgorithms;

/** Refuses a token whose signature, times or endorsement the SDK would refuse. */
export type ChannelTokenCheck = (authHeader: string, channelId: string) => Promise<void>;

/**
 * The checks of the SDK that print to the console when they refuse, done before it does them: its words would go past
 * the logger. What passes here is checked again by the SDK, with everything else, so that nothing is taken that it
 * would not take. The keys are the ones that it keeps.
 *
 * @param channelMetadataUrl where the channel's keys are published, where it is not the public cloud
 */
export function createChannelTokenCheck(
  channelMetadataUrl: string = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
): ChannelTokenCheck {
  const channel = keysAt(channelMetadataUrl);
  const emulator = keysAt(AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl);
  const parsed = createClientCache<KeyObject>(KEPT_KEYS);
  return async (authHeader, channelId) => {
    const fromEmulator = SkillValidation.isSkillToken(authHeader) || EmulatorValidation.isTokenFromEmulator(authHeader);
    const token = authHeader.trim().split(' ')[1] ?? '';
    const { kid = '' } = decodeProtectedHeader(token);
    const key = await (fromEmulator ? emulator : channel).getKey(kid);
    // The SDK says in silence that there is no such key.
    if (key === null) return;
    try {
      await jwtVerify(token, await parsed(key.key, async () => createPublicKey(key.key)), {
        algorithms: [...ALGORITHMS],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
    } catch (error) {
      if (error instanceof errors.JOSEError) throw refused(error.message);
      throw error;
    }
    const { endorsements = [] } = key;
    if (endorsements.length > 0 && !EndorsementsValidator.validate(channelId, endorsements)) {
      throw refused('its key is not endorsed for the channel that the activity names');
    }
  };
}

/** The SDK keeps one set of keys for an address, whoever asks for it. */
function keysAt(url: string): JwtTokenExtractor['openIdMetadata'] {
  return new JwtTokenExtractor({}, url, [...ALGORITHMS]).openIdMetadata;
}

function refused(reason: string): AuthenticationError {
  return new AuthenticationError(`The token of the caller is refused: ${reason}`, StatusCodes.UNAUTHORIZED);
}
