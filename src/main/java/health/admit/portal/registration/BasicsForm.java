package health.admit.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import health.admit.portal.signin.Operator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the first page asks. Single-line texts are trimmed.
 *
 * @param ownerSearch what the admin looks for among the people of the directory
 */
record BasicsForm(
		@NotBlank(message = "{registration.basics.name.empty}") @Size(max = 120,
				message = "{registration.basics.name.long}") @Pattern(regexp = BasicsForm.LINE,
						message = "{registration.basics.name.control}") @Nullable String name,
		@NotNull(message = "{registration.basics.purpose.empty}") @Nullable Purpose purpose,
		@NotNull(message = "{registration.basics.accountTypes.empty}") @Nullable AccountTypes accountTypes,
		@Size(max = 1024, message = "{registration.basics.description.long}") @Pattern(regexp = BasicsForm.TEXT,
				message = "{registration.basics.description.control}") @Nullable String description,
		@Size(max = 1024, message = "{registration.basics.notes.long}") @Pattern(regexp = BasicsForm.TEXT,
				message = "{registration.basics.notes.control}") @Nullable String notes,
		@Size(max = 256, message = "{registration.basics.serviceManagementReference.long}") @Pattern(
				regexp = BasicsForm.LINE,
				message = "{registration.basics.serviceManagementReference.control}") @Nullable String serviceManagementReference,
		@Size(max = 100, message = "{registration.basics.owners.many}") @Nullable List<@Valid Owner> owners,
		@Size(max = BasicsForm.LONGEST_SEARCH,
				message = "{registration.basics.ownerSearch.bad}") @Nullable String ownerSearch) {

	static final int LONGEST_SEARCH = 120;

	/** One line without control characters or half surrogates. */
	static final String LINE = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*";

	/** The same with line breaks and tabs. */
	static final String TEXT = "[[^\\p{Cc}\\p{Cs}]\\r\\n\\t]*";

	BasicsForm {
		name = strip(name);
		description = strip(description);
		notes = strip(notes);
		serviceManagementReference = strip(serviceManagementReference);
		ownerSearch = strip(ownerSearch);
		owners = (owners != null) ? new ArrayList<>(owners) : new ArrayList<>();
	}

	/**
	 * A new form. The operator is suggested as owner, because Entra does not make an
	 * Application Administrator the owner of what they create.
	 */
	static BasicsForm suggested(Operator operator) {
		Owner self = new Owner(operator.objectId(), operator.displayName());
		return new BasicsForm(null, null, AccountTypes.THIS_DIRECTORY, null, null, null, List.of(self), null);
	}

	static BasicsForm from(Basics basics) {
		List<Owner> owners = basics.owners()
			.stream()
			.map((owner) -> new Owner(owner.objectId(), owner.displayName()))
			.toList();
		return new BasicsForm(basics.name(), basics.purpose(), basics.accountTypes(), basics.description(),
				basics.notes(), basics.serviceManagementReference(), owners, null);
	}

	/** Whether there can be people who are found by what was typed. */
	boolean searchable() {
		return this.ownerSearch != null && !this.ownerSearch.isEmpty() && this.ownerSearch.length() <= LONGEST_SEARCH
				&& this.ownerSearch.matches(LINE);
	}

	BasicsForm plus(Owner owner) {
		List<Owner> all = new ArrayList<>(people());
		all.removeIf((other) -> Objects.equals(other.objectId(), owner.objectId()));
		all.add(owner);
		return with(all);
	}

	BasicsForm minus(UUID objectId) {
		return with(people().stream().filter((owner) -> !objectId.equals(owner.objectId())).toList());
	}

	/**
	 * The decision; only of a form without errors.
	 * @param sameNameAccepted whether the admin wants the name although it is taken
	 */
	Basics toBasics(boolean sameNameAccepted) {
		return new Basics(Objects.requireNonNull(this.name), Objects.requireNonNull(this.purpose),
				Objects.requireNonNull(this.accountTypes), orNull(this.description), orNull(this.notes),
				orNull(this.serviceManagementReference), people().stream().map(Owner::toOwner).distinct().toList(),
				sameNameAccepted);
	}

	private List<Owner> people() {
		return Objects.requireNonNullElse(this.owners, List.of());
	}

	private BasicsForm with(List<Owner> owners) {
		return new BasicsForm(this.name, this.purpose, this.accountTypes, this.description, this.notes,
				this.serviceManagementReference, owners, this.ownerSearch);
	}

	private static @Nullable String strip(@Nullable String text) {
		return (text != null) ? text.strip() : null;
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	/**
	 * A person in the list of owners. The name is only shown; the id decides.
	 */
	record Owner(@NotNull(message = "{registration.basics.owners.broken}") @Nullable UUID objectId,
			@NotNull(message = "{registration.basics.owners.broken}") @Size(max = 256,
					message = "{registration.basics.owners.broken}") @Pattern(regexp = LINE,
							message = "{registration.basics.owners.broken}") @Nullable String displayName) {

		/**
		 * Reads the value of the button beside a person who was found: id, blank, name.
		 */
		static Optional<Owner> parse(String text) {
			String[] parts = text.split(" ", 2);
			try {
				return (parts.length == 2) ? Optional.of(new Owner(UUID.fromString(parts[0]), parts[1]))
						: Optional.empty();
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		}

		private Basics.Owner toOwner() {
			return new Basics.Owner(Objects.requireNonNull(this.objectId), Objects.requireNonNull(this.displayName));
		}

	}

}
