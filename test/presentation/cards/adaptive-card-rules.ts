/**
 * The rules of Adaptive Cards 1.5 that our cards must keep, from https://adaptivecards.io/schemas/adaptive-card.json.
 * Returns what is wrong; an empty list is a valid card.
 */
export function cardProblems(card: unknown): string[] {
  const problems: string[] = [];
  const root = asObject(card);
  if (root.type !== 'AdaptiveCard') problems.push('the root is not an AdaptiveCard');
  if (root.version !== '1.5') problems.push('the version is not 1.5');
  const ids = new Set<string>();
  const targets: string[] = [];
  const element = (value: unknown, path: string): void => {
    const it = asObject(value);
    const type = String(it.type);
    const allowed = ELEMENTS[type];
    if (allowed === undefined) {
      if (it.fallback === undefined) problems.push(`${path}: ${type} is not of 1.5 and has no fallback`);
    } else {
      for (const name of Object.keys(it)) {
        if (!allowed.has(name) && !COMMON.has(name)) problems.push(`${path}: ${type} has no property ${name}`);
      }
    }
    if (typeof it.id === 'string') {
      if (ids.has(it.id)) problems.push(`${path}: the id ${it.id} is used twice`);
      ids.add(it.id);
    }
    if (it.style !== undefined && (type === 'Container' || type === 'Column') && !STYLES.has(String(it.style))) {
      problems.push(`${path}: style ${it.style}`);
    }
    if (it.size !== undefined && !SIZES.has(String(it.size))) problems.push(`${path}: size ${it.size}`);
    if (type === 'TextBlock' && (typeof it.text !== 'string' || it.text === '')) problems.push(`${path}: no text`);
    if (it.fallback !== undefined) element(it.fallback, `${path}.fallback`);
    for (const [name, child] of [
      ['items', element],
      ['columns', element],
      ['inlines', element],
      ['actions', action],
    ] as const) {
      const list = it[name];
      if (list === undefined) continue;
      if (!Array.isArray(list) || list.length === 0) problems.push(`${path}.${name} is empty`);
      else {
        for (const [index, each] of list.entries()) child(each, `${path}.${name}[${index}]`);
      }
    }
    if (Array.isArray(it.actions) && it.actions.length > 5) problems.push(`${path}: more than five actions in a set`);
  };
  const action = (value: unknown, path: string): void => {
    const it = asObject(value);
    const needed = ACTIONS[String(it.type)];
    if (needed === undefined) problems.push(`${path}: action ${it.type}`);
    for (const name of needed ?? []) if (it[name] === undefined) problems.push(`${path}: ${it.type} without ${name}`);
    if (it.type === 'Action.ToggleVisibility') {
      for (const target of it.targetElements as unknown[]) {
        targets.push(typeof target === 'string' ? target : String(asObject(target).elementId));
      }
    }
    if (it.type === 'Action.Execute' && asObject(it.fallback).type !== 'Action.Submit')
      problems.push(`${path}: no fallback`);
  };
  (root.body as unknown[]).forEach((each, index) => {
    element(each, `body[${index}]`);
  });
  ((root.actions ?? []) as unknown[]).forEach((each, index) => {
    action(each, `actions[${index}]`);
  });
  for (const target of targets) if (!ids.has(target)) problems.push(`toggles ${target}, which does not exist`);
  return problems;
}

const COMMON = new Set(['type', 'id', 'isVisible', 'spacing', 'separator', 'height', 'fallback', 'requires']);
const TEXT = ['text', 'color', 'fontType', 'isSubtle', 'size', 'weight'];
const INPUT = ['label', 'value', 'isRequired', 'errorMessage'];
const ELEMENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  TextBlock: new Set([...TEXT, 'wrap', 'style', 'maxLines', 'horizontalAlignment']),
  TextRun: new Set([...TEXT, 'highlight', 'italic', 'selectAction', 'strikethrough', 'underline']),
  RichTextBlock: new Set(['inlines', 'horizontalAlignment']),
  Container: new Set(['items', 'style', 'bleed', 'verticalContentAlignment', 'selectAction', 'minHeight']),
  ColumnSet: new Set(['columns', 'style', 'bleed', 'horizontalAlignment']),
  Column: new Set(['items', 'style', 'width', 'verticalContentAlignment', 'bleed']),
  ActionSet: new Set(['actions']),
  'Input.Text': new Set([...INPUT, 'maxLength', 'placeholder', 'style', 'isMultiline', 'regex']),
  'Input.Date': new Set([...INPUT, 'min', 'max', 'placeholder']),
  'Input.Time': new Set([...INPUT, 'min', 'max', 'placeholder']),
  'Input.Number': new Set([...INPUT, 'min', 'max', 'placeholder']),
  'Input.Toggle': new Set([...INPUT, 'title', 'valueOn', 'valueOff', 'wrap']),
  'Input.ChoiceSet': new Set([...INPUT, 'choices', 'style', 'isMultiSelect', 'placeholder', 'wrap']),
};
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'Action.OpenUrl': ['title', 'url'],
  'Action.Submit': ['title', 'data'],
  'Action.Execute': ['title', 'verb', 'data', 'fallback'],
  'Action.ToggleVisibility': ['title', 'targetElements'],
};
const STYLES = new Set(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
const SIZES = new Set(['Default', 'Small', 'Medium', 'Large', 'ExtraLarge']);

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new TypeError(`not an object: ${JSON.stringify(value)}`);
  return value as Record<string, unknown>;
}
