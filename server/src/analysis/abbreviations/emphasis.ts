import type { CapitalWord } from './capitalWords';

/** Find the words of a text that are in capitals to be heard, or are a unit or a numeral, not to abbreviate. */
export function emphasizedIn(text: string, words: readonly CapitalWord[]): ReadonlySet<CapitalWord> {
  const emphasized = new Set<CapitalWord>();
  let run: CapitalWord[] = [];
  for (const word of words) {
    const last = run.at(-1);
    if (last !== undefined && !isOneRun(text, last, word)) {
      judge(text, run, emphasized);
      run = [];
    }
    run.push(word);
  }
  judge(text, run, emphasized);
  return emphasized;
}

/** So many words in capitals that follow each other are a shout, whatever they are. */
const FEWEST_OF_SHOUT = 4;

function judge(text: string, run: readonly CapitalWord[], emphasized: Set<CapitalWord>): void {
  const isShout = run.length >= FEWEST_OF_SHOUT || run.some((word) => isWordAlone(text, word, run.length));
  for (const word of run) {
    if (isShout || isNoAbbreviation(word.abbreviation)) emphasized.add(word);
  }
}

/** Tell whether a word makes its neighbours a shout: it is ordinary, or too long to abbreviate. */
function isWordAlone(text: string, { start, end, abbreviation }: CapitalWord, neighbours: number): boolean {
  if (neighbours < 2) return false;
  const written = abbreviation ?? text.slice(start, end);
  return ORDINARY.has(written) || (abbreviation === undefined && /^[A-Z]{7,}$/u.test(written));
}

function isNoAbbreviation(abbreviation: string | undefined): boolean {
  return (
    abbreviation === undefined ||
    ORDINARY.has(abbreviation) ||
    UNIT.test(abbreviation) ||
    ROMAN.test(abbreviation) ||
    SIGNAL.test(abbreviation)
  );
}

/** Nothing but white space, or one letter that is a word, stands between two words of a run. */
function isOneRun(text: string, { end }: CapitalWord, { start }: CapitalWord): boolean {
  return start - end <= 3 && /^\s(?:[AI]\s)?$/u.test(text.slice(end, start));
}

/** Numerals up to 39; those with an L, C, D or M are more often an abbreviation. */
const ROMAN = /^X{0,3}(?:IX|IV|V?I{0,3})$/u;

/** Signals of POSIX are constants, though nothing shows it. */
const SIGNAL = /^SIG[A-Z]{3,4}$/u;

/** Units with two capitals, as people write them: of data, frequencies, power, energy and sizes. */
const UNIT = /^(?:[KMGTPE]i?B(?:PS)?|[KMGT]HZ|[KMGT]WH|[MG]W|kVA|PX|DPI|PPI)$/u;

/** English words that people write in capitals, of as many letters as abbreviations have. */
const ORDINARY: ReadonlySet<string> = new Set(
  `
  ABORT ABOUT ABOVE ACTIVE ADD ADDED AFTER AGAIN AGE ALERT ALL ALLOW ALPHA ALSO ALWAYS AN AND ANY APPLY APRIL ARE AS
  ASC ASK AT AUGUST AUTH AUTO AVOID AWARE AWAY BACK BAD BASE BASIS BE BEFORE BEGIN BELOW BEST BETA BIG BIND BLACK
  BLOCK BLOCKS BLUE BOTH BREAK BUG BUILD BUT BY CALL CAN CANNOT CARE CASE CAUSE CHANGE CHECK CLASS CLEAN CLEAR CLOSE
  CLOSED CODE COPY COULD COUNT CREATE CUSTOM DAILY DATA DATE DAY DEBUG DEFINE DELETE DENY DESC DID DO DOES DOING DONE
  DOWN DRAFT DROP DURING EACH EARLY EAST EASY EDIT ELSE EMPTY END ENDS ENSURE ENTER ENV ERROR EVEN EVER EVERY EXACT
  EXEC EXIST EXISTS EXIT EXTRA FAIL FAILED FALSE FAR FAST FATAL FEW FILE FILES FINAL FIRST FIX FIXED FIXME FOR FORCE
  FORK FOUND FREE FRESH FROM FULL GAMMA GIVE GLOBAL GO GOES GOOD GREAT GREEN GROUP GUIDE HACK HALF HARD HAS HAVE HEAD
  HERE HIDDEN HIGH HINT HOLD HOME HOST HOT HOW IDLE IF IGNORE IMAGE IMAGES IN INDEX INFO INNER INPUT INSERT INSIDE
  INTO IS ISSUE IT ITEM ITS JOIN JULY JUNE JUST KEEP KEY KEYS KILL KIND KNOWN LABEL LAST LATE LATER LATEST LEAVE LEFT
  LESS LET LEVEL LIFE LIKE LIMIT LINE LINK LIST LIVE LOAD LOCAL LOCK LOG LOGIN LONG LOOK LOOP LOST LOW LOWER MADE MAIN
  MAJOR MAKE MANUAL MANY MARCH MASTER MATCH MAX MAY ME MEAN MEDIUM MERGE MIN MINOR MISS MODE MODEL MONTH MORE MOST
  MOVE MUCH MUST MY NAME NEAR NEED NEEDED NEEDS NEVER NEW NEXT NO NODE NONE NOR NORMAL NORTH NOT NOTE NOTES NOTICE NOW
  NULL NUMBER OF OFF OFTEN OK OLD OLDER ON ONCE ONE ONLY ONTO OPEN OPTION OR ORDER OTHER OUR OUT OUTER OUTPUT OVER OWN
  PAGE PART PASS PASSED PAST PATCH PATH PAUSE PENDING PER PICK PIN PLACE PLAIN PLAN PLEASE PLUS POINT PORT POST PRE
  PRESS PRINT PRIOR PROOF PUBLIC PULL PURGE PUSH PUT QUERY QUICK QUIT RAW RE READ READY REAL RED REFER REMOVE REPLY
  RESET REST RETRY RETURN REVIEW RIGHT ROOT RULE RUN SAFE SAME SAVE SAY SECURE SEE SELECT SELF SEND SENT SET SETS
  SEVEN SHALL SHARED SHORT SHOULD SHOW SIGN SILENT SIMPLE SINCE SIX SIZE SKIP SLOW SMALL SO SOME SOON SOURCE SOUTH
  STABLE START STATE STATIC STATUS STAY STEP STEPS STILL STOP STORE STRICT STRING STRONG SUCH SUM SURE SYSTEM TABLE
  TAG TAGS TAKE TARGET TASK TASKS TEN TEST TESTED TESTS TEXT THAN THANK THANKS THAT THE THEIR THEM THEN THERE THESE
  THEY THING THIRD THIS THOSE THREE TIME TIMES TINY TIP TIPS TO TODAY TODO TOKEN TOO TOP TOTAL TRACE TRACK TRUE TRUNK
  TRUST TRY TURN TWICE TWO TYPE UNDER UNION UNIQUE UNLESS UNSAFE UNTIL UP UPDATE UPON UPPER US USAGE USE USED USER
  USERS USES USING VALID VALUE VALUES VAR VARS VERY VIA VIEW VOID WAIT WANT WARN WAS WATCH WAY WE WEEK WELL WERE WEST
  WHAT WHEN WHERE WHICH WHILE WHITE WHO WHOLE WHOSE WHY WILL WITH WONT WORD WORK WORKS WORLD WOULD WRITE WRONG XXX
  YEAR YES YET YOU YOUR ZERO ZONE
  `
    .trim()
    .split(/\s+/u),
);
