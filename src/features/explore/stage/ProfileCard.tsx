import { useEffect, useRef } from 'react';
import type { Box } from '../../../map/types.ts';
import type { HubProfile, NteProfile } from '../../../model/areas.ts';
import type { OpenedPack } from '../../../model/pack.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Button } from '../../../ui/Button.tsx';
import { formatHour, formatMonthText, formatNumber, formatPeriod, formatShare } from '../../../ui/formats.ts';
import { useEscape } from '../../../ui/useEscape.ts';
import { besideCard, placeBox } from '../areaBox.ts';
import { findProfiled } from '../places.ts';

interface ProfileCardProps {
  readonly pack: OpenedPack;
  readonly placeId: string;
  readonly onClose: () => void;
  readonly onZoom: (box: Box) => void;
}

/** What is published about a night-time hotspot or a community hub. Takes the focus when it opens: give it the place as its key. */
export function ProfileCard({ pack, placeId, onClose, onZoom }: ProfileCardProps) {
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEscape(card, onClose);
  const place = findProfiled(pack, placeId);
  if (place === null) return null;
  const box = placeBox(pack, placeId);
  return (
    <section className="profile" ref={card} aria-labelledby="profile-title">
      <div className="card-head">
        <p className="small muted">{place.profile.kind === 'nte' ? 'Night-time economy hotspot' : 'Community hub area'}</p>
        <Button variant="link" icon="close" aria-label="Close the profile" onPress={onClose} />
      </div>
      <h2 id="profile-title" ref={heading} tabIndex={-1} className="card-title">{place.title}</h2>
      <p className="profile-place">
        {place.approximate && <Badge>Approximate boundary</Badge>}
        {box !== null && <Button variant="link" className="small" onPress={() => onZoom(clearOf(box, card.current))}>Zoom to it</Button>}
      </p>
      {place.profile.kind === 'nte' ? <NteFacts profile={place.profile} /> : <Staffing profile={place.profile} />}
    </section>
  );
}

/** The box with room for the card, which stands at the map's right or, where that is narrow, along its bottom. */
function clearOf(box: Box, card: HTMLElement | null): Box {
  const map = card?.parentElement;
  if (!card || !map) return box;
  const atBottom = card.offsetWidth > map.clientWidth / 2;
  return besideCard(box, { width: map.clientWidth, height: map.clientHeight }, { right: atBottom ? 0 : card.offsetWidth, bottom: atBottom ? card.offsetHeight : 0 });
}

function NteFacts({ profile }: { readonly profile: NteProfile }) {
  const [from, to] = profile.hours;
  return (
    <>
      <p className="small muted">{formatPeriod(profile.period.from, profile.period.to)}, {formatHour(from)} to {formatHour(to)}</p>
      <dl className="facts">
        <div className="fact"><dt>Offences</dt><dd>{formatNumber(profile.offences)}</dd></div>
        <div className="fact"><dt>ASB incidents</dt><dd>{formatNumber(profile.asbIncidents)}</dd></div>
        <div className="fact"><dt>Offences per weekend</dt><dd>{profile.offencesPerWeekend.toFixed(1)}</dd></div>
        <div className="fact"><dt>Domestic; hate</dt><dd>{formatShare(profile.domesticShare)}; {formatShare(profile.hateShare)}</dd></div>
        <div className="fact fact-wide"><dt>Peaks</dt><dd>{profile.peak}</dd></div>
      </dl>
      <Shares title="Top offences" items={profile.topOffences} />
      <Shares title="Key locations" items={profile.keyLocations} />
      <p className="small muted">{profile.source}</p>
    </>
  );
}

function Shares({ title, items }: { readonly title: string; readonly items: NteProfile['keyLocations'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="profile-heading">{title}</h3>
      <ul className="shares">
        {items.map((item) => <li key={item.title}><span>{item.title}</span><span>{formatShare(item.share)}</span></li>)}
      </ul>
    </>
  );
}

/** Posts at each date: officers in post of those budgeted. */
function Staffing({ profile }: { readonly profile: HubProfile }) {
  if (profile.staffing.length === 0) return <p className="muted">No staffing is published for this hub.</p>;
  return (
    <>
      {profile.staffing.map(({ date, source, posts }) => (
        <table key={date} className="staffing">
          <caption><span className="strong">{formatMonthText(date)}</span> <span className="muted">{source}</span></caption>
          <thead><tr><th scope="col">Role</th><th scope="col">In post</th><th scope="col">Budgeted</th></tr></thead>
          <tbody>
            {posts.map(({ role, inPost, budgeted }) => (
              <tr key={role}><th scope="row">{role}</th><td>{inPost}</td><td>{budgeted ?? 'not given'}</td></tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}
