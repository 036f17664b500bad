/** The past tense and participle of a verb that is irregular. */
export interface IrregularPasts {
  /** In lower case; none where the verb is regular. */
  readonly pasts: readonly string[];
  /** Whether it is a prefix and an irregular verb, and may be regular all the same: `override` and `relay`. */
  readonly isCompound: boolean;
}

/** Find the past forms of a verb given in lower case: `wrote` and `written` for `write`, and so for `overwrite`. */
export function irregularPastsOf(verb: string): IrregularPasts {
  const own = PASTS.get(verb);
  if (own !== undefined) return { pasts: own, isCompound: false };
  const [prefix] = PREFIX.exec(verb) ?? [];
  const pasts = prefix === undefined ? undefined : PASTS.get(verb.slice(prefix.length));
  if (prefix === undefined || pasts === undefined) return { pasts: [], isCompound: false };
  return { pasts: pasts.map((past) => prefix + past), isCompound: true };
}

const PREFIX = /^(?:auto|back|broad|down|fore|for|hot|in|mis|off|out|over|pre|re|under|un|up|with)/;

/** A verb a line, its past tense and, where it differs, its participle. */
const PASTS: ReadonlyMap<string, readonly string[]> = new Map(
  `arise arose arisen
be was were been
bear bore borne born
beat beat beaten
become became become
begin began begun
bend bent
bid bid
bind bound
bite bit bitten
blow blew blown
break broke broken
breed bred
bring brought
build built
burst burst
buy bought
cast cast
catch caught
choose chose chosen
come came come
cost cost
cut cut
deal dealt
dig dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
fit fit fitted
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grind ground
grow grew grown
hang hung
have had
hear heard
hide hid hidden
hit hit
hold held
keep kept
know knew known
lay laid
lead led
leave left
lend lent
let let
lie lay lain
light lit lighted
lose lost
make made
mean meant
meet met
pay paid
put put
quit quit
read read
rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said
see saw seen
seek sought
sell sold
send sent
set set
shake shook shaken
shed shed
shoot shot
show showed shown
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
speed sped
spend spent
spin spun
split split
spread spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck
string strung
swear swore sworn
sweep swept
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
thrust thrust
understand understood
wake woke woken
wear wore worn
weave wove woven
win won
wind wound
write wrote written`
    .split('\n')
    .map((line) => line.split(' '))
    .map(([verb = '', ...pasts]) => [verb, pasts]),
);
