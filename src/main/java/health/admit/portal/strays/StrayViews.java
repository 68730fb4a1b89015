package health.admit.portal.strays;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import health.admit.portal.inventory.CredentialKey;
import health.admit.portal.inventory.CredentialRow;
import health.admit.portal.inventory.Inventory;
import health.admit.portal.operation.KnownOperation;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts stray secrets into words.
 */
@Component
class StrayViews {

	private static final int LONGEST = 256;

	private final Inventory inventory;

	private final Texts texts;

	StrayViews(Inventory inventory, Texts texts) {
		this.inventory = inventory;
		this.texts = texts;
	}

	/**
	 * Those that the index still holds, in the same order.
	 */
	List<StrayView> of(UUID tenant, List<Stray> strays) {
		Map<CredentialKey, CredentialRow> rows = this.inventory
			.credentials(tenant, strays.stream().map((stray) -> stray.secret().key()).toList())
			.stream()
			.collect(Collectors.toMap(CredentialRow::key, Function.identity()));
		return strays.stream()
			.filter((stray) -> rows.containsKey(stray.secret().key()))
			.map((stray) -> view(stray, Objects.requireNonNull(rows.get(stray.secret().key()))))
			.toList();
	}

	private StrayView view(Stray stray, CredentialRow row) {
		CredentialKey key = row.key();
		KnownOperation maker = stray.madeBy();
		KnownOperation remover = stray.removedBy();
		return new StrayView(row.name().isBlank() ? key.objectId().toString() : excerpt(row.name()),
				key.objectId().toString(), "/applications/" + key.objectId(),
				(row.appId() != null) ? row.appId().toString() : null, key.keyId().toString(),
				excerpt(row.description()), (row.hint() != null) ? row.hint() + "…" : null, row.starts(),
				row.lastUsed(), this.texts.get("strays.judgement." + stray.why().name()),
				(maker != null) ? this.texts.operation(maker.kind(), excerpt(maker.title())) : null,
				stray.secret().operation().toString(), stray.removal().name(),
				(remover != null && stray.removal() != Removal.NONE) ? "/operations/" + remover.id() : null,
				Strays.PAGE + "/" + key.objectId() + "/" + key.keyId());
	}

	/** The beginning of a text, never half a character. */
	private static String excerpt(@Nullable String text) {
		if (text == null || text.length() <= LONGEST) {
			return (text != null) ? text : "";
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end) + "…";
	}

}
