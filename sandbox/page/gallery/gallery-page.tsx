import { LanguageSwitch, ThemeSwitch } from '../desk/banner.tsx';
import { languageTag, t } from '../language/language.ts';
import { Exhibit } from './exhibit.tsx';
import { samples } from './samples-data.ts';

/** The gallery: every component of the platform as a card that can be tried, without any bot. */
export function GalleryPage() {
  const language = languageTag() === 'en' ? 1 : 0;
  return (
    <div class="gallery">
      <header class="banner">
        <span class="mark" aria-hidden="true">{t('mark')}</span>
        <p class="banner-text"><strong>{t('drill')}</strong><span>{t('notFeishu')}</span><span class="wide-only">{t('invented')}</span></p>
        <div class="banner-acts"><LanguageSwitch /><ThemeSwitch /></div>
      </header>
      <main class="gallery-main">
        <div class="gallery-intro">
          <h1>{t('gallery')}</h1>
          <p>{t('galleryHint')} <a href="/">{t('backToSandbox')}</a></p>
          <nav aria-label={t('gallery')}>{samples.filter((sample) => !sample.id.startsWith('header-')).map((sample) => <a key={sample.id} href={`#${sample.id}`}>{sample.title[language]}</a>)}</nav>
        </div>
        {samples.map((sample) => <Exhibit key={sample.id} sample={sample} title={sample.title[language] ?? sample.id} />)}
      </main>
    </div>
  );
}
