import { AVAILABLE_FAULTS } from '../faults/index.ts';
import type { World } from '../world/world.ts';
import type { ControlParts } from './control-parts.ts';
import { breakReply, faultView } from './fault-view.ts';
import type { GrantView, PersonView, SandboxControl } from './sandbox-control.ts';

const SHOWN_REQUESTS = 50;
/** What the console and the command line ask for is not what somebody looks for. */
const OWN_REQUEST = /^\/(?:api|console)\/|^\/(?:favicon\.ico)?$/;

/** The switches of a running sandbox, in the words of its users. */
export function createControl({ world, faults, recent, reset }: ControlParts): SandboxControl {
  return {
    faults: () => AVAILABLE_FAULTS.map((fault) => faultView(fault, faults.on().includes(fault))),
    break: (cause) => breakReply(faults.break(cause)),
    repair: (cause) => faults.repair(cause).map((fault) => faultView(fault, false)),
    reset() {
      reset();
      faults.forget();
    },
    state: () => ({
      faults: faults.on().map((fault) => faultView(fault, true)),
      people: peopleIn(world),
      grants: grantsIn(world),
      requests: recent
        .list()
        .filter(({ path }) => !OWN_REQUEST.test(path))
        .slice(0, SHOWN_REQUESTS),
    }),
  };
}

function peopleIn(world: World): PersonView[] {
  return world.people.map(({ oid, displayName, userPrincipalName, kind, tenantId }) => ({
    oid,
    name: displayName,
    userPrincipalName,
    kind,
    tenantId,
    tenant: world.tenants.find(({ id }) => id === tenantId)?.name ?? tenantId,
  }));
}

function grantsIn(world: World): GrantView[] {
  return world.consents.map(({ clientId, personId, resource, scopes }) => ({
    person: personId === 'everybody' ? personId : nameOf(personId, world),
    app: world.apps.find((app) => app.clientId === clientId)?.name ?? clientId,
    resource,
    scopes: [...scopes],
  }));
}

function nameOf(oid: string, world: World): string {
  return world.people.find((person) => person.oid === oid)?.displayName ?? oid;
}
