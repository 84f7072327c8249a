import { useRef, useState } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { cssColor } from './color.ts';
import { useScene, type PartProps } from './scene.ts';
import { length, text } from './shape.ts';
import { t } from '../language/language.ts';

function clock(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.round(seconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A sound with its bar: play, stop, move to a place; says so when its bytes are not to be had. */
export function Audio({ node }: PartProps) {
  const { colors, fileUrl } = useScene();
  const sound = useRef<HTMLAudioElement>(null);
  const [state, setState] = useState({ playing: false, at: 0, whole: 0, lost: false });
  const read = () => {
    const { currentTime = 0, duration = 0, paused = true } = sound.current ?? {};
    setState({ playing: !paused, at: currentTime, whole: Number.isFinite(duration) ? duration : 0, lost: false });
  };
  const lose = () => setState((before) => ({ ...before, playing: false, lost: true }));
  const toggle = () => {
    if (state.playing) sound.current?.pause();
    else void sound.current?.play().catch(lose);
  };
  const move = (to: number) => {
    if (sound.current !== null) sound.current.currentTime = to;
    read();
  };
  if (state.lost) return <p class="audio is-lost"><Icon name="sound" /> {t('soundLost')}</p>;
  return (
    <div class="audio" style={{ '--audio': cssColor(text(node['fill_color']), colors), width: length(node['width']) }}>
      <audio ref={sound} src={fileUrl(text(node['file_key']))} preload="metadata" onLoadedMetadata={read} onTimeUpdate={read} onPlay={read} onPause={read} onEnded={read} onError={lose} />
      <button type="button" class="audio-play" aria-label={state.playing ? t('pause') : t('playSound')} onClick={toggle}><Icon name={state.playing ? 'pause' : 'play'} size={18} /></button>
      <input type="range" aria-label={t('playTo')} min={0} max={Math.max(state.whole, 0.1)} step={0.1} value={state.at} aria-valuetext={`${clock(state.at)} / ${clock(state.whole)}`} style={{ '--share': `${state.whole > 0 ? (state.at / state.whole) * 100 : 0}%` }} onInput={(event) => move(Number(event.currentTarget.value))} />
      {node['show_time'] !== false && <time>{clock(state.playing || state.at > 0 ? state.at : state.whole)}</time>}
    </div>
  );
}
