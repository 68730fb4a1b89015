package health.admit.portal.registration;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WizardStepsTests {

	@Test
	void onlyTheFirstPageIsOpenAtTheBeginning() {
		DraftContent empty = DraftContent.empty();
		assertThat(WizardSteps.firstIncomplete(empty)).isEqualTo(WizardStep.BASICS);
		assertThat(WizardSteps.reachable(empty, WizardStep.AUTHENTICATION)).isFalse();
	}

	@Test
	void aPublicClientSkipsTheCredentials() {
		DraftContent content = DraftContent.empty().with(Contents.basics()).with(Contents.singlePage());
		assertThat(WizardSteps.next(content, WizardStep.AUTHENTICATION)).isEqualTo(WizardStep.PERMISSIONS);
		assertThat(WizardSteps.previous(content, WizardStep.PERMISSIONS)).contains(WizardStep.AUTHENTICATION);
		assertThat(WizardSteps.reachable(content, WizardStep.CREDENTIALS)).isFalse();
	}

	@Test
	void aClientOfNoHealthServiceSkipsAccess() {
		Basics other = new Basics("Orders", Purpose.OTHER, AccountTypes.THIS_DIRECTORY, null, null, null, List.of(),
				false);
		assertThat(WizardSteps.next(Contents.complete().with(other), WizardStep.PERMISSIONS))
			.isEqualTo(WizardStep.REVIEW);
	}

	@Test
	void accessThatNoLongerFitsTheClientIsAskedForAgain() {
		DraftContent reads = Contents.complete().with(Contents.reads(true));
		assertThat(WizardSteps.firstIncomplete(reads)).isEqualTo(WizardStep.REVIEW);
		assertThat(WizardSteps.firstIncomplete(reads.with(Contents.singlePage()))).isEqualTo(WizardStep.ACCESS);
	}

	@Test
	void aCompleteDraftMayGoAnywhere() {
		for (WizardStep step : WizardStep.values()) {
			assertThat(WizardSteps.reachable(Contents.complete(), step)).isTrue();
		}
	}

	@Test
	void aChangeOfKindDropsWhatNoLongerFitsAndSaysSo() {
		Fitting fitting = Fitting.of(Contents.complete(), Contents.singlePage());
		assertThat(fitting.content().credential()).isNull();
		assertThat(fitting.dropped()).containsExactly("registration.authentication.dropped.SECRET");
		assertThat(Fitting.of(Contents.complete(), Contents.server()).dropped()).isEmpty();
	}

}
