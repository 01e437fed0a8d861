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
  plus: icon(svg`<path d="M12 5v14M5 12h14" />`),
  search: icon(svg`<circle cx="11" cy="11" r="6.500" /><path d="m16 16 4.500 4.500" />`),
  compass: icon(svg`<circle cx="12" cy="12" r="8.500" /><path d="m15.500 8.500-2 5-5 2 2-5Z" />`),
  lock: icon(
    svg`<rect x="5.500" y="10.500" width="13" height="9" rx="2" /><path d="M8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500" />`,
  ),
  horn: icon(svg`<path d="M4 10v4l11 4.500v-13ZM15 9.500a2.500 2.500 0 0 1 0 5M7.500 15.500 9 20h2.500" />`),
  reply: icon(svg`<path d="M9.500 6 4 11.500 9.500 17M4.500 11.500H14a6 6 0 0 1 6 6v.500" />`),
  thread: icon(svg`<path d="M4 5.500h16v10h-8.500L7 19.500v-4H4ZM8 9h8M8 12h5" />`),
  bell: icon(svg`<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15ZM10 20.500h4" />`),
  bellOff: icon(svg`<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15ZM10 20.500h4M4 4l16 16" />`),
  pen: icon(svg`<path d="m5 19 .800-3.800L16 5l3 3L8.800 18.200Z" />`),
  pin: icon(svg`<path d="M9 4h6l-.800 6 3.300 3.500h-11L9.800 10ZM12 13.500V20" />`),
  link: icon(
    svg`<path d="m10 14 4-4M8.500 11 6 13.500a3.200 3.200 0 0 0 4.500 4.500L13 15.500M11 8.500 13.500 6a3.200 3.200 0 0 1 4.500 4.500L15.500 13" />`,
  ),
  unread: icon(svg`<path d="M4 6.500h9M4 6.500v11h16V11M4 7l8 6 3-2.200" /><circle cx="18.500" cy="6" r="2.200" />`),
  bin: icon(svg`<path d="M5 7h14M9.500 7V4.500h5V7M7 7l.800 12.500h8.400L17 7" />`),
  muted: icon(
    svg`<path d="M4 4l16 16M8 7.500a4.500 4.500 0 0 1 8.500 2.300v3l.800 2M16 16.500H5.500l2-3.500v-3M10 19a2.200 2.200 0 0 0 4 0" />`,
  ),
  info: icon(svg`<circle cx="12" cy="12" r="8.500" /><path d="M12 11v5.500M12 7.700v.300" />`),
  keys: icon(
    svg`<rect x="3" y="6.500" width="18" height="11" rx="2" /><path d="M7 10v.200M11 10v.200M15 10v.200M8.500 14h7" />`,
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
