import type { cardZh } from './card-zh-data.ts';

/** The words around cards in English. */
export const cardEn: Record<keyof typeof cardZh, string> = {
  card: 'Card', form: 'Form', unknownPart: 'Unknown component {name}', image: 'Picture', imageNumber: 'Picture {number}', sound: 'Voice', chooseImage: 'Choose a picture', moreActs: 'More acts',
  chart: 'Chart', fieldInput: 'Input', pleaseFill: 'Please fill in', pleaseChoose: 'Please choose', chooseDate: 'Choose a date', chooseTime: 'Choose a time',
  chooseMoment: 'Choose date and time', required: ', required', chosenIs: ': {text}', clear: 'Clear', settle: 'OK', table: 'Table', pageBefore: 'Previous', pageAfter: 'Next',
  searchNameOrPinyin: 'Name or pinyin', search: 'Search', searchIn: 'Search {name}', nothingToChoose: 'Nothing to choose', chosenCount: '{count} chosen',
  openLink: 'Open the link', enlarge: 'Enlarge: {name}', close: 'Close', button: 'Button', playSound: 'Play', pause: 'Pause', playTo: 'Play from', soundLost: 'The sound cannot be had', sendInput: 'Send',
  taskDone: 'done', taskOpen: 'not done', noRows: 'No data', chartFailed: 'The chart cannot be drawn, please check chart_spec (200550)', generating: 'Writing',
  cardExpired: 'Sent more than 14 days ago; this card takes no more taps',

  galleryTitle: 'Sandbox: gallery of cards', gallery: 'Gallery of cards', galleryHint: 'Every component of the platform, with invented content. Tap one: below it stands what the bot would get.', backToSandbox: 'Back to the sandbox', galleryAt: 'Open the gallery of cards', showSource: 'Card JSON',
  wouldSend: 'The bot would get', sendsNothing: 'This tells the bot nothing', blockedBy: 'Stopped by the client: {text}', asksFirst: 'Asks first',
};
