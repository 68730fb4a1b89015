package health.admit.portal.directory;

import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * Notes the moment a request starts to leave this machine: before it, a failure means
 * that Graph cannot have seen the call.
 */
final class SentListener extends EventListener {

	@Override
	public void requestHeadersStart(Call call) {
		@Nullable GraphCall graphCall = call.request().tag(GraphCall.class);
		if (graphCall != null) {
			graphCall.markSent();
		}
	}

}
