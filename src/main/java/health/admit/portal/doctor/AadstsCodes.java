package health.admit.portal.doctor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cause behind each number that Entra puts after {@code AADSTS}.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Microsoft
 * Entra authentication and authorization error codes</a>
 */
final class AadstsCodes {

	private static final Map<Integer, Cause> CAUSES = new HashMap<>();

	static {
		credentials();
		clients();
		requests();
		permissions();
		people();
	}

	private AadstsCodes() {
	}

	static Optional<Cause> cause(int code) {
		return Optional.ofNullable(CAUSES.get(code));
	}

	static Set<Integer> known() {
		return Set.copyOf(CAUSES.keySet());
	}

	private static void credentials() {
		put(Cause.WRONG_SECRET, 7000215);
		put(Cause.SECRET_ENDED, 7000222);
		put(Cause.CREDENTIAL_MISSING, 7000218, 7000216);
		put(Cause.CREDENTIAL_NOT_WANTED, 700025);
		put(Cause.CERTIFICATE_UNKNOWN, 700027);
		put(Cause.ASSERTION_INVALID, 50012, 50013, 500133, 700024, 700021, 50027);
		put(Cause.ASSERTION_ALGORITHM, 5002738);
		put(Cause.CERTIFICATE_SUBJECT, 700030);
		put(Cause.FEDERATION_UNMATCHED, 70021, 700211, 700212, 700213);
		put(Cause.FEDERATED_USER_TOKEN, 700229);
	}

	private static void clients() {
		put(Cause.CLIENT_UNKNOWN, 700016);
		put(Cause.CLIENT_PRINCIPAL_MISSING, 7000229);
		put(Cause.CLIENT_DISABLED, 70001, 7000112);
		put(Cause.TENANT_UNKNOWN, 90002, 50059);
		put(Cause.OTHER_CLOUD, 90038);
		put(Cause.SINGLE_TENANT_ON_COMMON, 50194);
		put(Cause.SINGLE_TENANT_ABROAD, 650059);
		put(Cause.GRANT_NOT_ON_COMMON, 9001023);
		put(Cause.CLIENT_LOOP, 50196);
	}

	private static void requests() {
		put(Cause.REDIRECT_URI_UNKNOWN, 50011, 70004, 900971, 500113);
		put(Cause.SINGLE_PAGE_PLATFORM_MISSING, 9002326);
		put(Cause.SINGLE_PAGE_PLATFORM_WRONG, 9002327);
		put(Cause.IMPLICIT_FLOW_OFF, 700054, 70005, 700051);
		put(Cause.PROOF_KEY, 50147, 501481, 501491, 9002325);
		put(Cause.CODE_USED, 54005, 70000, 500112);
		put(Cause.GRANT_UNSUPPORTED, 70003);
		put(Cause.REQUEST_MALFORMED, 900144, 90014, 9000411, 9002313);
		put(Cause.RESOURCE_PARAMETER, 901002);
		put(Cause.TRANSIENT, 90033);
	}

	private static void permissions() {
		put(Cause.CONSENT_MISSING, 65001);
		put(Cause.CONSENT_DECLINED, 65004);
		put(Cause.ADMIN_CONSENT_NEEDED, 90094, 90095, 90008);
		put(Cause.PERMISSION_NOT_REQUESTED, 650056, 650057, 65005);
		put(Cause.API_NOT_IN_TENANT, 650052);
		put(Cause.AUDIENCE_NOT_IN_TENANT, 500011);
		put(Cause.API_DISABLED, 50001, 500014);
		put(Cause.SCOPE_INVALID, 70011, 28002);
		put(Cause.SCOPE_EMPTY, 28003, 700023);
		put(Cause.SCOPE_OF_SEVERAL_APIS, 700022);
		put(Cause.SCOPE_NOT_DEFAULT, 1002012);
		put(Cause.SCOPE_UNKNOWN, 650053);
		put(Cause.APP_ROLE_NOT_ASSIGNED, 501051);
		put(Cause.USER_NOT_ASSIGNED, 50105);
	}

	private static void people() {
		put(Cause.ACCOUNT_NOT_IN_TENANT, 50020, 50034, 50014, 16000, 500341);
		put(Cause.SECOND_FACTOR, 50076, 50079, 50074, 50072);
		put(Cause.SIGN_IN_TOO_OLD, 50078, 50158);
		put(Cause.DEVICE_NOT_MANAGED, 53000, 53001);
		put(Cause.CONDITIONAL_ACCESS, 53003);
		put(Cause.SECURITY_DEFAULTS, 530035);
		put(Cause.GRANT_ENDED, 50173, 50132, 50133, 70008, 700082, 70043);
		put(Cause.SINGLE_PAGE_GRANT_ENDED, 700084);
		put(Cause.NO_SESSION, 50058);
		put(Cause.PASSWORD_WRONG, 50126);
		put(Cause.ACCOUNT_LOCKED, 50053);
		put(Cause.PASSWORD_ENDED, 50055);
		put(Cause.ACCOUNT_DISABLED, 50057);
		put(Cause.DEVICE_CODE_PENDING, 70016);
		put(Cause.DEVICE_CODE_DECLINED, 70017);
		put(Cause.DEVICE_CODE_WRONG, 70018);
		put(Cause.DEVICE_CODE_ENDED, 70019, 70020);
	}

	private static void put(Cause cause, int... codes) {
		for (int code : codes) {
			CAUSES.put(code, cause);
		}
	}

}
