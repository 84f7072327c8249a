import { html, type Html } from '../../http/html.ts';
import type { Department, Person } from '../../state/tenant.ts';
import type { World } from '../../world.ts';

function matches(person: Person, words: string): boolean {
  return words === '' || [person.name, person.title, person.userId].some((part) => part.includes(words));
}

function choice(person: Person): Html {
  return html`<label class="person"
    ><input type="radio" name="person" value="${person.openId}" required />${person.name}<span>${person.title}</span></label
  >`;
}

function group(world: World, department: Department, words: string): Html | '' {
  const people = Object.values(world.state.people).filter(
    (person) =>
      person.departments[0] === department.id && person.resigned !== true && (department.name.includes(words) || matches(person, words)),
  );
  return people.length === 0
    ? ''
    : html`<fieldset>
        <legend>${department.name}</legend>
        ${people.map(choice)}
      </fieldset>`;
}

/** Everybody of the city to choose from, by department, with a search that needs no script; `acts` are the buttons below. */
export function peoplePicker(world: World, query: URLSearchParams, acts: Html): Html {
  const words = query.get('find') ?? '';
  const carried = [...query].filter(([name]) => name !== 'find');
  const groups = world.state.departments.map((department) => group(world, department, words)).filter((each) => each !== '');
  return html`<form class="find" method="get" role="search">
      ${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <input type="search" name="find" value="${words}" placeholder="姓名、职务或单位" aria-label="查找人员" /><button>查找</button>
    </form>
    <form method="post" action="?${new URLSearchParams(carried).toString()}">
      <div class="people" role="group" aria-label="人员" tabindex="0">
        ${groups.length === 0 ? html`<p class="quiet">没有找到，换个词再查。</p>` : groups}
      </div>
      <div class="acts">${acts}</div>
    </form>`;
}
