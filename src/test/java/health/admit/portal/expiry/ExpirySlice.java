package health.admit.portal.expiry;

import org.springframework.context.annotation.Import;

/**
 * What the pages of this module need besides what a test replaces.
 */
@Import({ ListPage.class, CredentialPages.class, OwnersPart.class, Texts.class })
class ExpirySlice {

}
