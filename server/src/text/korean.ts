import { isHangul } from './characters';

/**
 * Particles that Korean writes behind a noun without a space, and the endings of the copula: a closed class of its grammar.
 * A noun may take several: `파드들에서는` is pod, plural, place, topic.
 */
const PARTICLES = new Set(
  (
    '은 는 이 가 을 를 의 에 에서 에게 께 으로 로 와 과 랑 이랑 도 만 까지 부터 처럼 보다 마다 마저 조차 밖에 이나 나 이란 란 이라는 라는 이라고 라고 ' +
    '이며 며 이고 고 이면 면 인 일 이다 다 입니다 이었 였 로서 로써 으로서 으로써 들 간 별 등 하에 대해 이라면 라면 이지만 지만 하고 이라 라 씩 뿐 만큼 같은 같이'
  ).split(' '),
);
const LONGEST_PARTICLE = 3;
/** Particles in a row at most, in Hangul syllables. */
const LONGEST_CHAIN = 8;

/** Tell whether a run of Hangul from `offset` on is nothing but particles; where no Hangul stands, it is. */
export function hasOnlyParticles(units: Uint16Array, offset: number, end: number): boolean {
  let runEnd = offset;
  while (runEnd < end && isHangul(units[runEnd] as number)) runEnd++;
  return runEnd - offset <= LONGEST_CHAIN && isChain(String.fromCharCode(...units.subarray(offset, runEnd)));
}

/** Which beginnings of the run are chains of particles; the whole run is one if its end is. */
function isChain(run: string): boolean {
  const reached = [true];
  for (let end = 1; end <= run.length; end++) {
    reached[end] = false;
    for (let start = Math.max(0, end - LONGEST_PARTICLE); start < end; start++) {
      if (reached[start] === true && PARTICLES.has(run.slice(start, end))) reached[end] = true;
    }
  }
  return reached[run.length] === true;
}
