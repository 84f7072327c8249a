/** Limits of the table that no flow starts, and why; a test holds that every other one is started by a row. */
export const limitsElsewhere: Readonly<Record<string, string>> = {
  T06: 'no span to wait for: 申请延期 is refused after the feedback day itself (E-301)',
  T11: 'counted when a meeting is called or moved: its notice is the setting noticeDays, and a shorter one needs a reason',
  T13: 'early warning (Article 8) is not built; a warning that becomes a matter runs under T02',
  T14: 'the complainant\'s own: told from his words as 可能超期, the department decides',
  T17: 'the bidder\'s own, before a matter exists', T18: 'the tenderer\'s own, before a matter exists', T19: 'the tenderer\'s own', T20: 'between tenderer and winner', T21: 'the tenderer\'s own',
  T22: 'the supplier\'s own, before a complaint', T23: 'the buyer\'s own; counted to know from when T24 runs', T24: 'the complainant\'s own: told from his words as 可能超期',
  T30: 'runs in the petition system; the forward has T05', T31: 'runs in the petition system', T32: 'runs in the petition system', T33: 'runs on the 12345 platform, which sets its own days; the forward has T03',
  T34: 'the market regulator\'s own procedure, inside the department', T35: 'the market regulator\'s own procedure, inside the department', T36: 'of discipline inspection, which answers outside of this product',
  T46: 'starts with a written suggestion of the procuratorate, which is no document here', T47: 'the department\'s own penalty procedure', T48: 'the party\'s own', T49: 'the department\'s own penalty procedure', T50: 'the department\'s own penalty procedure',
  T51: 'publication of penalties, in the department\'s own system', T52: 'double-random inspection (Article 6) is not built', T53: 'publication of records (Article 7) is not built', T54: 'publication of records (Article 7) is not built',
  T55: 'disclosure of government information, another procedure', T56: 'joint discipline (Article 7) is not built', T57: 'joint discipline (Article 7) is not built', T58: 'joint discipline (Article 7) is not built',
  T59: 'payments to small firms are complained of at another authority', T60: 'limitation of penalties: judged by the department, nobody is reminded of it',
};
