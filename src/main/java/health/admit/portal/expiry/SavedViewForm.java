package health.admit.portal.expiry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What keeping a list asks.
 *
 * @param query the list, as its page wrote it; parsed again before it is kept
 */
record SavedViewForm(
		@NotBlank(message = "{expiry.view.name.empty}") @Size(max = 100, message = "{expiry.view.name.long}") @Pattern(
				regexp = WorkForm.LINE, message = "{expiry.view.name.control}") @Nullable String name,
		@Nullable Boolean shared, @Nullable String query) {

	SavedViewForm {
		name = (name != null) ? name.strip() : null;
	}

	boolean isShared() {
		return Boolean.TRUE.equals(this.shared);
	}

}
