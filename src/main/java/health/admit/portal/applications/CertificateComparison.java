package health.admit.portal.applications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import health.admit.portal.credentials.CertificateDetails;
import health.admit.portal.credentials.CertificateView;
import health.admit.portal.credentials.HeldCertificate;
import health.admit.portal.credentials.HeldCertificates;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of an application as somebody saw them, as they are now, and as they
 * become.
 *
 * @param rows what ends first comes first, the new one last
 */
record CertificateComparison(List<Row> rows) {

	private static final Comparator<Row> BY_END = Comparator.comparing(Row::end,
			Comparator.nullsLast(Comparator.naturalOrder()));

	static CertificateComparison of(HeldCertificates seen, HeldCertificates now, CertificateDetails added,
			Instant today) {
		Map<UUID, HeldCertificate> then = byKeyId(seen);
		Map<UUID, HeldCertificate> there = byKeyId(now);
		List<Row> rows = new ArrayList<>();
		there.forEach((keyId, entry) -> rows.add(Row.of(entry, then.containsKey(keyId), true,
				!then.containsKey(keyId) ? Mark.ADDED : entry.equals(then.get(keyId)) ? Mark.SAME : Mark.CHANGED,
				today)));
		then.forEach((keyId, entry) -> {
			if (!there.containsKey(keyId)) {
				rows.add(Row.of(entry, true, false, Mark.REMOVED, today));
			}
		});
		rows.sort(BY_END);
		if (now.with(added.sha1()).isEmpty()) {
			rows.add(new Row(Excerpt.of(added.displayName(), Excerpt.NAME), CertificateView.grouped(added.sha1()),
					added.notAfter(), CredentialView.State.of(added.notBefore(), added.notAfter(), today), false, false,
					true, Mark.YOURS));
		}
		return new CertificateComparison(rows);
	}

	private static Map<UUID, HeldCertificate> byKeyId(HeldCertificates certificates) {
		return certificates.entries()
			.stream()
			.collect(Collectors.toMap(HeldCertificate::keyId, Function.identity(), (one, other) -> one));
	}

	/**
	 * One certificate.
	 *
	 * @param name hostile input when shown
	 * @param thumbprint in groups of two digits; empty where Graph names none
	 * @param seen whether it was there when the page was opened
	 * @param now whether it is there
	 * @param then whether it is there once the new one is added
	 */
	record Row(String name, String thumbprint, @Nullable Instant end, CredentialView.State state, boolean seen,
			boolean now, boolean then, Mark mark) {

		private static Row of(HeldCertificate entry, boolean seen, boolean now, Mark mark, Instant today) {
			String thumbprint = entry.thumbprint();
			return new Row(Excerpt.of(entry.displayName(), Excerpt.NAME),
					(thumbprint != null) ? CertificateView.grouped(thumbprint) : "", entry.end(),
					CredentialView.State.of(entry.start(), entry.end(), today), seen, now, now, mark);
		}

	}

	/**
	 * What makes a row worth reading.
	 */
	enum Mark {

		SAME("done", "tag"), ADDED("add", "tag-warning"), REMOVED("remove", "tag-danger"),
		CHANGED("change", "tag-warning"), YOURS("certificate", "tag-info");

		private final String icon;

		private final String style;

		Mark(String icon, String style) {
			this.icon = icon;
			this.style = style;
		}

		public String icon() {
			return this.icon;
		}

		public String style() {
			return this.style;
		}

		/** Message key. */
		public String key() {
			return "applications.certificate.mark." + name();
		}

	}

}
