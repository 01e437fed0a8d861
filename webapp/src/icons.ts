import { html, svg, type SVGTemplateResult } from 'lit';

const icon = (paths: SVGTemplateResult) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

export const icons = {
  menu: icon(svg`<path d="M4 7h16M4 12h16M4 17h10" />`),
  close: icon(svg`<path d="m6 6 12 12M18 6 6 18" />`),
  send: icon(svg`<path d="M12 19V5M5.500 11.500 12 5l6.500 6.500" />`),
  smile: icon(
    svg`<circle cx="12" cy="12" r="8.500" /><path d="M8.500 14a4.200 4.200 0 0 0 7 0M9 9.500v.500M15 9.500v.500" />`,
  ),
  down: icon(svg`<path d="M12 5v14M5.500 12.500 12 19l6.500-6.500" />`),
  more: icon(svg`<path d="m8 10 4 4 4-4" />`),
  clock: icon(svg`<circle cx="12" cy="12" r="8" /><path d="M12 7.500V12l3 2" />`),
  tick: icon(svg`<path d="m5 12.500 4.500 4.500L19 7.500" />`),
  alert: icon(svg`<circle cx="12" cy="12" r="8.500" /><path d="M12 7.500v5.500M12 16.200v.300" />`),
  eye: icon(
    svg`<path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12Z" /><circle cx="12" cy="12" r="2.800" />`,
  ),
  eyeClosed: icon(
    svg`<path d="M4 4l16 16M9.900 5.800A9 9 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a16 16 0 0 1-2.700 3.400M6 7.500A15.500 15.500 0 0 0 2.500 12S6 18.500 12 18.500a9 9 0 0 0 4.300-1.100" />`,
  ),
  people: icon(
    svg`<circle cx="9" cy="8.500" r="3.500" /><path d="M2.500 19.500a6.500 6.500 0 0 1 13 0M16 5.400a3.500 3.500 0 0 1 0 6.200M18 14a6.500 6.500 0 0 1 3.500 5.500" />`,
  ),
  mark: html`<svg class="mark" viewBox="0 0 64 64" aria-hidden="true">
    <path
      d="M18 4h28a14 14 0 0 1 14 14v20a14 14 0 0 1-14 14H30L15.600 61.600A1.500 1.500 0 0 1 13 60.500V51.100A14 14 0 0 1 4 38V18A14 14 0 0 1 18 4Z"
    />
    <rect x="17" y="22" width="6" height="12" rx="3" />
    <rect x="29" y="17" width="6" height="22" rx="3" />
    <rect x="41" y="22" width="6" height="12" rx="3" />
  </svg>`,
};
