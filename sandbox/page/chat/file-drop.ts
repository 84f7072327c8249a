import { useRef, useState } from 'preact/hooks';

/** Takes files that are dragged onto an element; says while they are held over it. */
export function useFileDrop(take: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  const end = () => {
    depth.current = 0;
    setOver(false);
  };
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth.current += 1;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => { if (carriesFiles(event)) event.preventDefault(); },
    onDragLeave: () => {
      depth.current -= 1;
      if (depth.current <= 0) end();
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      end();
      take([...(event.dataTransfer?.files ?? [])]);
    },
  };
  return { over, handlers };
}
