import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, Virtualizer, type Range } from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** A long list of which only the rows in view (and some around them) are drawn. */
export interface Rows {
  /** The element that scrolls. */
  box: { readonly current: HTMLElement | null };
  count: number;
  /** A key that stays with a row when others come before it. */
  keyOf: (at: number) => string;
  /** Expected height in px; the true one is measured when the row is drawn. */
  heightOf: (at: number) => number;
  /** What is in view stays in view when rows come before it. */
  anchored?: boolean;
  /** Its end stays the end while it grows. */
  follows?: boolean;
  /** Empty space before and after the rows, px. */
  padding?: number;
}

/** Draws a long list by parts: gives the rows to draw, the height of all, and the ways to move. The row that has the focus is always among them. */
export function useVirtual({ box, count, keyOf, heightOf, anchored = false, follows = true, padding = 0 }: Rows) {
  const [, redraw] = useReducer<number, undefined>((turn) => turn + 1, 0);
  const focused = (range: Range) => {
    const at = Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1);
    const rows = defaultRangeExtractor(range);
    return box.current?.contains(document.activeElement) === true && at >= 0 && at < range.count && !rows.includes(at) ? [...rows, at].toSorted((a, b) => a - b) : rows;
  };
  const options = {
    count,
    getScrollElement: () => box.current,
    getItemKey: keyOf,
    estimateSize: heightOf,
    rangeExtractor: focused,
    overscan: 6,
    paddingStart: padding,
    paddingEnd: padding,
    scrollEndThreshold: follows ? 60 : -1,
    anchorTo: anchored ? 'end' as const : 'start' as const,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), []);
  useLayoutEffect(() => virtual._willUpdate());
  return { virtual, rows: virtual.getVirtualItems(), height: virtual.getTotalSize(), measure: virtual.measureElement };
}
