import { literal } from '../../text/literal-filter.ts';
import type { MappedText } from '../../text/mapped-text.ts';
import { placesOf } from '../occurrences.ts';
import type { AddSetting } from './add-setting.ts';

const BLOCK = literal('webapplicationinfo');
/** learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema#webapplicationinfo */
const OBJECT = /webapplicationinfo["']?\s{0,8}[:=]\s{0,8}\{([^{}]{0,1000})\}/y;
const ID = /["']?\bid["']?\s{0,8}:\s{0,8}["']([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})["']/;
const RESOURCE = /["']?\bresource["']?\s{0,8}:\s{0,8}["']([a-z]+:\/\/[^\s"']{3,300})["']/;
/** Where a tab is loaded from. */
const PAGE = literal('contenturl');
const ADDRESS_OF_PAGE = /contenturl["']?\s{0,8}[:=]\s{0,8}["']?(https:\/\/[^\s"'{}<>]{4,300})/iy;
const MOST = 4;

/** What the manifest of a Teams app says of single sign-on: the app of Entra ID, and the API of it that is asked for. */
export function teamsManifest(text: MappedText, add: AddSetting): void {
  for (const at of placesOf(text, BLOCK).slice(0, MOST)) {
    OBJECT.lastIndex = at;
    const object = OBJECT.exec(text.lower);
    if (object === null) continue;
    const begin = at + object[0].length - 1 - object[1]!.length;
    const id = ID.exec(object[1]!);
    if (id !== null) put('client-id', 'webApplicationInfo.id', id, begin);
    const resource = RESOURCE.exec(object[1]!);
    if (resource !== null) put('sso-resource', 'webApplicationInfo.resource', resource, begin);
  }

  for (const at of placesOf(text, PAGE).slice(0, MOST)) {
    ADDRESS_OF_PAGE.lastIndex = at;
    const page = ADDRESS_OF_PAGE.exec(text.text);
    if (page !== null) add('tab-page', 'contentUrl', [page[1]!], at, at + page[0].length);
  }

  function put(
    name: 'client-id' | 'sso-resource',
    key: string,
    { 0: whole, 1: value, index }: RegExpExecArray,
    begin: number,
  ): void {
    const end = begin + index + whole!.length;
    add(name, key, [text.text.slice(end - 1 - value!.length, end - 1)], begin + index, end);
  }
}
