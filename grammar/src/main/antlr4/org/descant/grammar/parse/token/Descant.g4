/*
 * How a rule file is written. What it means is said in LANGUAGE.md.
 *
 * Line ends mean nothing: an equation ends where the next one begins. This works because no item begins with one of  ( [ - ‖ √  and
 * because two values never stand side by side. Every decision of the grammar needs one or two tokens, whatever stands around it; the
 * tests fail when a decision needs more context than that.
 */
grammar Descant;

// ---------------------------------------------------------------------------------------------------------------- declarations

// Imports come first; one that comes later is refused when the tree is built.
file
    : ';'* ( ( importLine | declaration ) ';'* )* EOF
    ;

importLine
    : IMPORT STRING
    ;

declaration
    : optimizer
    | def
    | schedule
    ;

optimizer
    : OPTIMIZER name ( header body | derivation )
    ;

header
    : '(' name ( ',' name )? ')'
    ;

derivation
    : EQUALS name bindings?
    ;

bindings
    : '(' ( binding ( ',' binding )* )? ')'
    ;

// A colon fixes a value, an equals sign changes a default.
binding
    : name ( ':' | EQUALS ) value
    ;

def
    : DEF name formals ( body | EQUALS value )
    ;

schedule
    : SCHEDULE name formals ( body | EQUALS value )
    ;

formals
    : '(' ( formal ( ',' formal )* )? ')'
    ;

formal
    : name ( EQUALS value )?
    ;

// ------------------------------------------------------------------------------------------------------------------------ items

body
    : '{' ';'* ( item ';'* )* '}'
    ;

item
    : hyper
    | option
    | state
    | input
    | rulePart
    | matrixView
    | output
    | result
    | equation
    ;

hyper
    : HYPER name ( EQUALS value )? ( IN interval )?
    ;

interval
    : ( '[' | '(' ) value ',' value ( ']' | ')' )
    ;

option
    : OPTION name EQUALS value
    ;

state
    : STATE name ( PER shape )? ( AS storage )? EQUALS value
    ;

input
    : INPUT name ( PER shape )?
    ;

rulePart
    : RULE name EQUALS name bindings?
    ;

matrixView
    : MATRIX LAST
    ;

output
    : OUTPUT name ( EQUALS value )?
    ;

result
    : RETURN value
    ;

equation
    : name index? EQUALS value ( WHEN disjunction )?
    ;

index
    : '[' value ']'
    | SUBINDEX
    ;

// ------------------------------------------------------------------------------------------------- expressions, loosest first

// Where a whole expression stands, and only there, a choice may stand without parentheses.
value
    : conditional
    | disjunction
    ;

// `else if` is one more branch, not a choice inside a choice.
conditional
    : IF disjunction THEN value ( ELSE IF disjunction THEN value )* ELSE disjunction
    ;

disjunction
    : conjunction ( OR conjunction )*
    ;

conjunction
    : negation ( AND negation )*
    ;

negation
    : NOT negation
    | comparison
    ;

comparison
    : sum ( ( '<' | LESS_OR_EQUAL | '>' | GREATER_OR_EQUAL | '==' | NOT_EQUAL ) sum )?
    ;

sum
    : product ( ( '+' | MINUS ) product )*
    ;

product
    : unary ( ( TIMES | DIVIDE ) unary )*
    ;

unary
    : MINUS unary
    | power
    ;

// A power of a root written with √ reads in two ways and is refused when the tree is built.
power
    : base ( SUPERSCRIPT | '^' exponent )?
    ;

exponent
    : MINUS exponent
    | power
    ;

base
    : ROOT base
    | primary
    ;

primary
    : NUMBER                                    # number
    | ( TRUE | FALSE )                          # truth
    | '(' value ')'                             # group
    | BARS value ( PER shape )? BARS            # norm
    | ( name | GRAD ) '(' arguments? ')'        # call
    | reference index?                          # read
    ;

reference
    : ( name | LOSS ) ( '.' name )*
    ;

arguments
    : argument ( ',' argument )* ( PER shape )?
    ;

argument
    : ( name ':' )? value
    ;

// -------------------------------------------------------------------------------------------------------------------- names

shape
    : ROW
    | COL
    | TENSOR
    | MODEL
    | MATRIX
    ;

storage
    : F32
    | F64
    | BF16
    | F16
    ;

// Words that mean something in one place only are names everywhere else.
name
    : NAME
    | RULE
    | LAST
    | shape
    | storage
    ;

// ------------------------------------------------------------------------------------------------------------------- tokens

OPTIMIZER : 'optimizer';
DEF       : 'def';
SCHEDULE  : 'schedule';
IMPORT    : 'import';
HYPER     : 'hyper';
OPTION    : 'option';
STATE     : 'state';
INPUT     : 'input';
OUTPUT    : 'output';
RETURN    : 'return';
WHEN      : 'when';
PER       : 'per';
AS        : 'as';
IN        : 'in';
IF        : 'if';
THEN      : 'then';
ELSE      : 'else';
AND       : 'and';
OR        : 'or';
NOT       : 'not';
GRAD      : 'grad';
LOSS      : 'loss';
TRUE      : 'true';
FALSE     : 'false';
OVER      : 'over';
SEED      : 'seed';

RULE      : 'rule';
MATRIX    : 'matrix';
LAST      : 'last';
ROW       : 'row';
COL       : 'col';
TENSOR    : 'tensor';
MODEL     : 'model';
F32       : 'f32';
F64       : 'f64';
BF16      : 'bf16';
F16       : 'f16';

OPEN             : '(';
CLOSE            : ')';
OPEN_BRACKET     : '[';
CLOSE_BRACKET    : ']';
OPEN_BRACE       : '{';
CLOSE_BRACE      : '}';
COMMA            : ',';
COLON            : ':';
SEMICOLON        : ';';
DOT              : '.';
EQUALS           : '=' | '\u2190';
PLUS             : '+';
MINUS            : '-' | '\u2212';
TIMES            : '*' | '\u00B7' | '\u22C5' | '\u00D7' | '\u2299' | '\u2217';
DIVIDE           : '/' | '\u00F7';
CARET            : '^';
LESS             : '<';
LESS_OR_EQUAL    : '<=' | '\u2264';
GREATER          : '>';
GREATER_OR_EQUAL : '>=' | '\u2265';
EQUAL            : '==';
NOT_EQUAL        : '!=' | '\u2260';
ROOT             : '\u221A';
BARS             : '\u2016';

// x² x⁻¹ βᵗ
SUPERSCRIPT : '\u207B'? ( SUPER_DIGIT+ | '\u1D57' ( [\u207A\u207B] SUPER_DIGIT+ )? );

// mₜ mₜ₋₁
SUBINDEX : '\u209C' ( [\u208A\u208B] SUB_DIGIT+ )?;

NUMBER : DIGITS ( '.' DIGITS )? ( [eE] [+\-\u2212]? DIGITS )?;

NAME : LETTER ( LETTER | MARK | [0-9_] | SUB_DIGIT )*;

STRING          : '"' ~["\r\n]* '"';
UNCLOSED_STRING : '"' ~["\r\n]*;

DOC           : '///' ( ~[/\r\n] ~[\r\n]* )? -> channel(2);
COMMENT       : '//' ~[\r\n]* -> channel(3);
BLOCK_COMMENT : '/*' .*? ( '*/' | EOF );

SPACE : [ \t\r\n\f\u00A0\u2007\u202F\uFEFF]+ -> channel(HIDDEN);

// Any other character: the parser never expects it, so it is reported where it stands.
STRANGE : .;

fragment DIGITS      : [0-9]+ ( '_' [0-9]+ )*;
fragment SUB_DIGIT   : [\u2080-\u2089];
fragment SUPER_DIGIT : [\u2070\u00B9\u00B2\u00B3\u2074-\u2079];

fragment LETTER
    : [a-zA-Z]
    | [\u0391-\u03A1\u03A3-\u03A9\u03B1-\u03C9\u03D1\u03D5\u03D6\u03F0\u03F1\u03F5]
    // Mathematical italic letters, without ∇ and ∂.
    | [\u210E\u{1D434}-\u{1D454}\u{1D456}-\u{1D467}\u{1D6E2}-\u{1D6FA}\u{1D6FC}-\u{1D714}\u{1D716}-\u{1D71B}]
    // Letters with a hat, a tilde or a bar in one character.
    | [\u00C2\u00C3\u00CA\u00CE\u00D1\u00D4\u00D5\u00DB\u00E2\u00E3\u00EA\u00EE\u00F1\u00F4\u00F5\u00FB\u0100\u0101\u0108\u0109]
    | [\u0112\u0113\u011C\u011D\u0124\u0125\u0128\u0129\u012A\u012B\u0134\u0135\u014C\u014D\u015C\u015D\u0168\u0169\u016A\u016B]
    | [\u0174\u0175\u0176\u0177\u0232\u0233\u1E20\u1E21\u1E7C\u1E7D\u1E90\u1E91\u1EBC\u1EBD\u1EF8\u1EF9\u1FB1\u1FB9\u1FD1\u1FD9]
    | [\u1FE1\u1FE9]
    ;

// Hat, tilde, bar as characters of their own behind the letter.
fragment MARK : [\u0302-\u0305];
