/** A text that depends on a number has plural forms by CLDR category. */
export type Text = string | { readonly one?: string; readonly other: string };
