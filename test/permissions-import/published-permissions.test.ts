import { describe, expect, it } from 'vitest';
import { findOperation } from '../../src/diagnosis/permissions/find-operation.ts';
import { permissionExists, permissionKind } from '../../src/diagnosis/permissions/permission-name.ts';
import { PermissionFileError, parsePermissionFile } from '../../src/diagnosis/permissions/permission-table.ts';
import { permissionFileFrom } from '../../src/permissions-import/published-permissions.ts';

const ABOUT = { source: 'test', imported: '2026-08-25T00:00:00.000Z' };

/** In the published form, with names and paths of its own. */
const PUBLISHED = {
  $schema: 'https://example.test/permissions-schema.json',
  permissions: {
    'Widget.Read.All': {
      authorizationType: 'oAuth2',
      schemes: {
        DelegatedWork: { adminDisplayName: 'Read widgets', requiresAdminConsent: false, privilegeLevel: 2 },
        DelegatedPersonal: { requiresAdminConsent: true, privilegeLevel: 1 },
        Application: { requiresAdminConsent: true, privilegeLevel: 4 },
      },
      pathSets: [
        {
          schemeKeys: ['DelegatedWork', 'DelegatedPersonal', 'Application'],
          methods: ['GET'],
          paths: {
            '/me/widgets': 'least=DelegatedWork,DelegatedPersonal,Application',
            '/widgets/{widget-id}/allParts': 'least=DelegatedWork',
            '/widgets/{id}': 'least=DelegatedWork,Application',
            '/me/drive/root:/{item-path}:/widget': 'implicit=true;alsoRequires=Other.Read;least=Delegated',
            '/widgets/find(name={value}, size={value})': '',
          },
        },
      ],
    },
    'Widget.ReadWrite.All': {
      authorizationType: 'oAuth2',
      schemes: {
        DelegatedWork: { requiresAdminConsent: true, privilegeLevel: 3 },
        Application: { privilegeLevel: 5 },
      },
      pathSets: [
        {
          schemeKeys: ['DelegatedWork', 'Application'],
          methods: ['GET', 'PATCH'],
          paths: { '/widgets/{id}': 'least=DelegatedWork,Application' },
        },
      ],
    },
    'Widget.Read.Group': {
      authorizationType: 'RSC',
      schemes: { Application: { requiresAdminConsent: true, privilegeLevel: 1 } },
      pathSets: [{ schemeKeys: ['Application'], methods: ['GET'], paths: { '/widgets/{id}': 'least=Application' } }],
    },
    'Broken.Read': null,
  },
};

describe('permissionFileFrom', () => {
  const table = parsePermissionFile(JSON.parse(JSON.stringify(permissionFileFrom(PUBLISHED, ABOUT))));

  it('puts the least privileged first: granted in Entra ID, reading before writing', () => {
    expect(findOperation('GET', '/widgets/7', table)?.operation).toEqual({
      method: 'GET',
      operation: '/widgets/{id}',
      work: ['Widget.Read.All', 'Widget.ReadWrite.All'],
      personal: ['Widget.Read.All'],
      app: ['Widget.Read.All', 'Widget.ReadWrite.All', 'Widget.Read.Group'],
    });
    expect(findOperation('PATCH', '/widgets/7', table)?.operation).toMatchObject({
      work: ['Widget.ReadWrite.All'],
      personal: [],
      app: ['Widget.ReadWrite.All'],
    });
  });

  it('gives /me no application permission', () => {
    expect(findOperation('GET', '/me/widgets', table)?.operation.app).toEqual([]);
  });

  it('reads capitals, other placeholders, functions and drive paths as requests are read', () => {
    expect(findOperation('GET', '/beta/widgets/7/allParts', table)).toBeDefined();
    expect(findOperation('GET', "/widgets/find(name='x',size=3)", table)).toBeDefined();
    expect(findOperation('GET', '/me/drive/root:/a/b.txt:/widget', table)?.operation).toMatchObject({
      work: ['Widget.Read.All'],
      personal: ['Widget.Read.All'],
    });
  });

  it('keeps who may consent', () => {
    expect(permissionKind('widget.read.all', table)).toEqual({
      name: 'Widget.Read.All',
      delegated: 'user',
      personal: 'admin',
      app: true,
    });
    expect(permissionKind('Widget.Read.Group', table)).toMatchObject({ delegated: null, app: true });
    expect(permissionExists('Widget.Raed.All', table)).toBe(false);
  });

  it.each([[null], [[]], [{}], [{ permissions: [] }], [{ permissions: {} }], [{ permissions: { 'A.B': {} } }], ['x']])(
    'refuses %j',
    (document) => {
      expect(() => permissionFileFrom(document, ABOUT)).toThrow(PermissionFileError);
    },
  );
});

describe('parsePermissionFile', () => {
  it.each([
    [null],
    [{}],
    [{ format: 'why401-permissions', version: 2 }],
    [{ format: 'why401-permissions', version: 1, kinds: [], operations: {} }],
    [{ format: 'why401-permissions', version: 1, kinds: [['A.Read']], operations: {} }],
    [{ format: 'why401-permissions', version: 1, kinds: [['A.Read', 'uua']], operations: { 'GET /a': [[9], [], []] } }],
    [{ format: 'why401-permissions', version: 1, kinds: [['A.Read', 'uua']], operations: { 'GET /a': [[0], []] } }],
    [{ format: 'why401-permissions', version: 1, kinds: [['A.Read', 'uua']], operations: { GET: [[], [], []] } }],
  ])('refuses %j', (data) => {
    expect(() => parsePermissionFile(data)).toThrow(PermissionFileError);
  });
});
