const FONT_SIZES = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
const FONT_WEIGHTS = { lighter: 200, default: 400, bolder: 600 };

/**
 * The look of cards in Teams' light and dark themes, for Microsoft's renderer: colours of the Fluent tokens that Teams
 * uses (https://developer.microsoft.com/fluentui), spacings of its host configuration.
 */
function hostConfig(colours: {
  text: string;
  subtle: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  emphasis: string;
  card: string;
  styles: Record<string, string>;
}) {
  const shade = (colour: string) => ({ default: colour, subtle: colours.subtle });
  const foreground = {
    default: shade(colours.text),
    accent: shade(colours.accent),
    good: shade(colours.good),
    warning: shade(colours.warning),
    attention: shade(colours.attention),
    light: shade(colours.subtle),
    dark: shade(colours.text),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: foreground });
  return {
    fontFamily: 'Segoe UI, Helvetica, Arial, sans-serif',
    fontTypes: {
      default: {
        fontFamily: 'Segoe UI, Helvetica, Arial, sans-serif',
        fontSizes: FONT_SIZES,
        fontWeights: FONT_WEIGHTS,
      },
      monospace: {
        fontFamily: 'Consolas, DejaVu Sans Mono, monospace',
        fontSizes: FONT_SIZES,
        fontWeights: FONT_WEIGHTS,
      },
    },
    fontSizes: FONT_SIZES,
    fontWeights: FONT_WEIGHTS,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.emphasis },
    supportsInteractivity: true,
    containerStyles: {
      default: style(colours.card),
      emphasis: style(colours.emphasis),
      accent: style(colours.styles.accent!),
      good: style(colours.styles.good!),
      warning: style(colours.styles.warning!),
      attention: style(colours.styles.attention!),
    },
    actions: {
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 8,
      maxActions: 6,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
  };
}

export const TEAMS_THEMES = {
  light: {
    background: '#f5f5f5',
    hostConfig: hostConfig({
      text: '#242424',
      subtle: '#616161',
      accent: '#5b5fc7',
      good: '#237b4b',
      warning: '#835c00',
      attention: '#c4314b',
      emphasis: '#f0f0f0',
      card: '#ffffff',
      styles: { accent: '#e8ebfa', good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6' },
    }),
  },
  dark: {
    background: '#1f1f1f',
    hostConfig: hostConfig({
      text: '#ffffff',
      subtle: '#adadad',
      accent: '#a6a7dc',
      good: '#92c353',
      warning: '#f8d22a',
      attention: '#f9526b',
      emphasis: '#3d3d3d',
      card: '#292929',
      styles: { accent: '#2f2f4a', good: '#1e3a24', warning: '#463100', attention: '#48191f' },
    }),
  },
} as const;
