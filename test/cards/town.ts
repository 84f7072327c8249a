import holidays from '../../src/domain/data/holidays.json' with { type: 'json' };
import organRows from '../../src/domain/data/organs.json' with { type: 'json' };
import { createCalendar } from '../../src/domain/time/deadlines.ts';
import { center, type Directory, type Organ, type Person } from '../../src/domain/people.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { demoCity } from '../../scripts/city.ts';

const { orgFile } = demoCity({ appId: 'cli_a', appSecret: 's', encryptKey: 'e', verificationToken: 'v' });

const organs = organRows.map((organ, at): [string, Organ] => [organ.code, { ...organ, docPrefix: 'docPrefix' in organ ? String(organ.docPrefix) : '', kind: organ.code === center ? 'center' : at < 16 ? 'department' : 'outside' }]);
const people = orgFile.organs.flatMap(({ code, people: staff }) => staff.map((one): [string, Person] => [one.id, { ...one, organ: code }]));

/** The demo city's organs and people, under their user ids. */
export const directory: Directory = { organs: new Map(organs), people: new Map(people), standIns: [] };

/** What every sample is decided in: the demo city, the real calendar, the default settings. */
export const world = { directory, calendar: createCalendar(holidays), settings: defaultSettings };

/** The first person of an organ who holds a role; throws where the city has none. */
export function personWith(organ: string, role: Person['roles'][number]): Person {
  const found = [...directory.people.values()].find((one) => one.organ === organ && one.roles.includes(role));
  if (!found) throw new Error(`nobody holds ${role} in ${organ}`);
  return found;
}
