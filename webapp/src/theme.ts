export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'chatterbox.theme';

export function theme(): Theme {
  return themes.find((known) => known === localStorage.getItem(key)) ?? 'system';
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(key, chosen);
  show();
}

function show(): void {
  document.documentElement.dataset.theme = theme();
}

show();
// Another tab chose.
addEventListener('storage', show);
