package health.admit.portal.connection;

import java.util.Optional;

import health.admit.portal.cloud.Cloud;
import health.admit.portal.connection.TestView.LinkView;

import org.springframework.stereotype.Component;

/**
 * Where what a trouble asks for can be done.
 */
@Component
class RemedyLinks {

	private final Cloud cloud;

	RemedyLinks(Cloud cloud) {
		this.cloud = cloud;
	}

	/** The link with the key of its text; empty where nothing in a browser mends it. */
	Optional<LinkView> link(TestRow row, Trouble trouble) {
		return switch (trouble.remedy()) {
			case ADD_SECRET, ADD_CERTIFICATE, ADD_FEDERATED_CREDENTIAL ->
				Optional.of(new LinkView("connection.remedy.credentials",
						this.cloud.credentialsBlade(row.client()).toString(), true));
			case GRANT_CONSENT -> Optional
				.of(new LinkView("connection.remedy.consent", this.cloud.adminConsent(row.client()).toString(), true));
			case ADD_REDIRECT_URI, CHANGE_PLATFORM, ALLOW_PUBLIC_FLOWS, ADD_PERMISSION, ADD_PRINCIPAL,
					ENABLE_PRINCIPAL ->
				Optional.of(new LinkView("connection.remedy.application", "/applications?q=" + row.client(), false));
			case CORRECT_AUDIENCE, CORRECT_TENANT ->
				Optional.of(new LinkView("connection.remedy.form", TestViews.again(row), false));
			default -> Optional.empty();
		};
	}

}
