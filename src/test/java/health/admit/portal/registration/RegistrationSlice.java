package health.admit.portal.registration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What the pages of the wizard share, with drafts in memory. Without a stereotype, so
 * that a whole portal in a test does not find it.
 */
@Import({ WizardPage.class, WizardAdvice.class, DraftSummary.class, DraftViews.class, Texts.class, TypedForms.class,
		AuthenticationOptions.class })
class RegistrationSlice {

	@Bean
	MemoryDrafts drafts() {
		return new MemoryDrafts();
	}

}
