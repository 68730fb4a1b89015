package health.admit.portal.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import health.admit.portal.directory.CredentialPolicy;
import health.admit.portal.directory.Directories;
import health.admit.portal.directory.DirectoryUnavailable;
import health.admit.portal.signin.CurrentOperator;
import health.admit.portal.signin.DelegatedScope;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the pages about each kind of credential have in common: the choice between the
 * kinds, and what the tenant's policy says.
 */
@Component
class CredentialPage {

	private static final String ASKED = "registration.policyAsked";

	private final WizardPage page;

	private final HttpSession session;

	private final Directories directories;

	private final CurrentOperator current;

	private final Texts texts;

	CredentialPage(WizardPage page, HttpSession session, Directories directories, CurrentOperator current,
			Texts texts) {
		this.page = page;
		this.session = session;
		this.directories = directories;
		this.current = current;
		this.texts = texts;
	}

	/**
	 * Opens the page of one kind and fills the model attribute {@code kinds}.
	 */
	Draft open(UUID id, CredentialChoice.Kind kind, Model model) {
		Draft draft = this.page.open(id, WizardStep.CREDENTIALS, model);
		model.addAttribute("kinds", kinds(draft, kind));
		return draft;
	}

	/**
	 * The tenant's policy, for a page that is about to be shown. Asks once in a session
	 * for the scope that reading it takes; an operator who comes back without it goes on
	 * with the policy unknown.
	 */
	CredentialPolicy policyToShow() {
		if (this.session.getAttribute(ASKED) == null) {
			this.session.setAttribute(ASKED, "yes");
			this.current.require(DelegatedScope.POLICY_READ);
		}
		return policy();
	}

	/**
	 * The tenant's policy as far as the operator may read it now.
	 */
	CredentialPolicy policy() {
		try {
			return this.directories.actingFor(this.current.delegation()).credentialPolicy();
		}
		catch (DirectoryUnavailable ex) {
			return CredentialPolicy.unknown();
		}
	}

	/**
	 * Path of the page of one kind.
	 */
	static String path(Draft draft, CredentialChoice.Kind kind) {
		return draft.path(WizardStep.CREDENTIALS) + "/" + segment(kind);
	}

	/** A day as people write it. Days of credentials are days in UTC. */
	String day(Instant instant) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(LocaleContextHolder.getLocale())
			.format(instant.atOffset(ZoneOffset.UTC));
	}

	private List<KindView> kinds(Draft draft, CredentialChoice.Kind current) {
		CredentialChoice choice = draft.content().credential();
		return Arrays.stream(CredentialChoice.Kind.values())
			.map((kind) -> new KindView(this.texts.of(kind), badge(kind), path(draft, kind), kind == current,
					choice != null && choice.kind() == kind))
			.toList();
	}

	private @Nullable String badge(CredentialChoice.Kind kind) {
		return switch (kind) {
			case CERTIFICATE -> this.texts.get("registration.credentials.badge.CERTIFICATE");
			case FEDERATED -> this.texts.get("registration.credentials.badge.FEDERATED");
			case SECRET, LATER -> null;
		};
	}

	private static String segment(CredentialChoice.Kind kind) {
		return switch (kind) {
			case CERTIFICATE -> "certificate";
			case SECRET -> "secret";
			case FEDERATED -> "federated";
			case LATER -> "later";
		};
	}

	/**
	 * One kind of credential in the list of kinds.
	 *
	 * @param badge why one would take it; null for no comment
	 * @param decided whether the draft holds one of this kind
	 */
	record KindView(String title, @Nullable String badge, String href, boolean current, boolean decided) {
	}

}
