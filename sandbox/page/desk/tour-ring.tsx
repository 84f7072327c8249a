import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../state/context.ts';
import { sendButton } from './tour-hand.ts';
import { movesOf, type TourRun } from './tour-run.ts';

/** The one thing of the page that is to be pressed now, if it is drawn. */
export function elementOf(run: TourRun): HTMLElement | null {
  const press = movesOf(run.tour)[run.at]?.move.press;
  const column = document.querySelector(`#column-${run.column}`);
  if (press === undefined || column === null || run.phase === 'coming') return null;
  if ('say' in press) return sendButton(run.column);
  const message = run.target === null ? null : column.querySelector(`[data-message="${CSS.escape(run.target.message.id)}"]`);
  const buttons = [...(message?.querySelectorAll<HTMLElement>('button') ?? [])];
  return buttons.find((button) => button.textContent?.trim() === press.tap) ?? null;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A ring around the one thing to press; it follows while cards are redrawn and the chat is scrolled. */
export function TourRing({ run }: { run: TourRun }) {
  const { actions } = usePage();
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    // A long chat draws only what is in view.
    const message = run.target?.message;
    if (message !== undefined && elementOf(run) === null) void actions.showMessage(run.column, message.chat, message.id);
    let shown: HTMLElement | null = null;
    const look = () => {
      const element = elementOf(run);
      if (element !== null && element !== shown) {
        shown = element;
        element.scrollIntoView({ block: 'center' });
      }
      setBox(element === null ? null : visibleBox(element));
    };
    look();
    const timer = setInterval(look, 120);
    return () => clearInterval(timer);
  }, [run]);
  return box === null ? null : <div class="tour-ring" aria-hidden="true" style={{ left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` }} />;
}

function visibleBox(element: HTMLElement): Box | null {
  const { left, top, width, height } = element.getBoundingClientRect();
  const flow = element.closest('.flow')?.getBoundingClientRect();
  if (flow !== undefined && (top + height < flow.top || top > flow.bottom)) return null;
  return { left: left - 5, top: top - 5, width: width + 10, height: height + 10 };
}
