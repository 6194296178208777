package dev.connectorkit.testkit.rules;

import java.util.List;

/** The types of the commands that rules are about. */
final class CommandTypes {
    static final String TEST = "std:test-connection";
    static final String LIST = "std:account:list";
    static final String READ = "std:account:read";
    static final String CREATE = "std:account:create";
    static final String UPDATE = "std:account:update";
    static final String DELETE = "std:account:delete";
    static final String ENABLE = "std:account:enable";
    static final String DISABLE = "std:account:disable";
    static final String UNLOCK = "std:account:unlock";
    static final String DISCOVER = "std:account:discover-schema";
    static final String PASSWORD = "std:change-password";
    static final String AUTHENTICATE = "std:authenticate";
    static final String ENTITLEMENT_LIST = "std:entitlement:list";
    static final String ENTITLEMENT_READ = "std:entitlement:read";
    static final String SPEC = "std:spec:read";
    static final String CONFIG_OPTIONS = "std:config-options:read";
    static final String SOURCE_DATA_DISCOVER = "std:source-data:discover";
    static final String SOURCE_DATA_READ = "std:source-data:read";
    static final String APPLICATIONS = "std:application-discovery:list";

    /** Commands that list the objects of datasets, each asked for by its id. */
    static final List<String> DATASETS = List.of("std:machine-identity:list", "std:resource:list", "std:agent:list");

    /** Commands after which accounts may not be what they were. */
    static final List<String> CHANGING = List.of(CREATE, UPDATE, DELETE, ENABLE, DISABLE, UNLOCK, PASSWORD);

    private CommandTypes() {}
}
