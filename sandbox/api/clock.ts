/** `GET /sandbox/clock`: the contract of CLOCK_URL (`now`, `rate`) and what the page shows beside it. */
export interface Clock {
  now: string;
  rate: number;
  weekday: string;
  workingDay: boolean;
}

/** `POST /sandbox/clock`: exactly one of the ways to move; never backwards (409). */
export interface ClockMove {
  to?: string;
  minutes?: number;
  hours?: number;
  days?: number;
  workingDays?: number;
  rate?: number;
}
