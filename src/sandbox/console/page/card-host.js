/** How Adaptive Cards look here: the page's own colours, so that they follow light and dark. */
export const HOST_CONFIG = {
  fontFamily: 'inherit',
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 10 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontTypes: {
    default: { fontFamily: 'inherit' },
    monospace: { fontFamily: 'var(--mono)' },
  },
  fontSizes: { small: 12, default: 14, medium: 16, large: 19, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  imageSizes: { small: 32, medium: 64, large: 128 },
  containerStyles: {
    default: style('transparent'),
    emphasis: style('var(--fill)'),
    accent: style('var(--accent-soft)'),
    good: style('var(--good-soft)'),
    warning: style('var(--warn-soft)'),
    attention: style('var(--bad-soft)'),
  },
  supportsInteractivity: true,
  actions: {
    maxActions: 8,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 10 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  textBlock: { headingLevel: 3 },
  inputs: { label: { inputSpacing: 4, requiredInputs: { suffix: ' *' } } },
};

function style(backgroundColor) {
  const colour = (name) => ({ default: `var(--${name})`, subtle: name === 'text' ? 'var(--soft)' : `var(--${name})` });
  return {
    backgroundColor,
    foregroundColors: {
      default: colour('text'),
      dark: colour('text'),
      light: colour('soft'),
      accent: colour('accent'),
      good: colour('good'),
      warning: colour('warn'),
      attention: colour('bad'),
    },
  };
}

const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The little Markdown that cards use (bold, italic, code, links of https); everything else stays text. */
export function markdownToHtml(text) {
  const escaped = text.replace(/[&<>"]/g, (character) => ESCAPED[character]);
  return escaped
    .replace(/\\([\\`*_{}[\]()#+\-.!~|])/g, (_, character) => `&#${character.charCodeAt(0)};`)
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])_([^_\n]+)_(?=[\s).,:;!?]|$)/g, '$1<em>$2</em>')
    .replace(
      /\[([^\]\n]+)\]\((https?:\/\/[^\s)"]+)\)/g,
      '<a href="$2" target="_blank" rel="noopener noreferrer">$1</a>',
    )
    .replaceAll('\n', '<br>');
}
