package health.admit.portal.kits;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a service is in Azure. Names have the characters that Azure allows them, so that
 * they need no encoding anywhere; an id that has others is no place.
 */
record ServicePlace(String subscription, String resourceGroup, String workspace, String service, String resourceId) {

	/**
	 * Azure spells {@code fhirservices} in its answers and Terraform
	 * {@code fhirServices}, so case does not count.
	 */
	private static final Pattern FORM = Pattern
		.compile("/subscriptions/([0-9a-f-]{36})/resourceGroups/([\\w.()-]{1,90})"
				+ "/providers/Microsoft\\.HealthcareApis/workspaces/([a-z0-9-]+)/(?:fhir|dicom)services/([a-z0-9-]+)",
				Pattern.CASE_INSENSITIVE);

	static @Nullable ServicePlace of(KitService service) {
		if (service.resourceId() == null) {
			return null;
		}
		Matcher matcher = FORM.matcher(service.resourceId());
		return matcher.matches() ? new ServicePlace(matcher.group(1), matcher.group(2), matcher.group(3),
				matcher.group(4), service.resourceId()) : null;
	}

}
