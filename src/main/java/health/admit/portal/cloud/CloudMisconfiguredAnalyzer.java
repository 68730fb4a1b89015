package health.admit.portal.cloud;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to set when the portal does not know which tenant it serves.
 */
class CloudMisconfiguredAnalyzer extends AbstractFailureAnalyzer<CloudMisconfigured> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CloudMisconfigured cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
	}

}
